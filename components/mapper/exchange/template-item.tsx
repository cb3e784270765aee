'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import type { ExplainedError } from '@/lib/explained-error'
import { knownRows } from '@/lib/mapping/exchange/known-rows'
import { templateNameMax, type MappingTemplate } from '@/lib/mapping/mapping-template'
import { useMapper } from '../mapper-context'
import type { TemplateShelf } from './template-shelf'

type TemplateItemProps = { template: MappingTemplate; shelf: TemplateShelf; onUse: () => void }

/** One template: how much of it fits here, and what can be done with it. */
export function TemplateItem({ template, shelf, onUse }: TemplateItemProps) {
  const t = useTranslations('mapper.templates')
  const { store } = useMapper()
  const [isRenaming, setRenaming] = useState(false)
  const { id, name, table, document } = template
  const fitting = useMemo(() => knownRows(document, store.get()).rows.length, [store, document])
  if (isRenaming) return <li className="px-3 py-2"><RenameForm template={template} shelf={shelf} onDone={() => setRenaming(false)} /></li>
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-48 flex-1">
        <p className="text-13 font-medium wrap-anywhere">{name}</p>
        <p className="text-12 text-ink-quiet">
          {[table !== undefined && t('madeOver', { table }), t('fits', { fitting, total: document.rows.length })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Button size="small" isDisabled={fitting === 0} onPress={onUse} aria-label={t('useName', { name })}>{t('use')}</Button>
      <IconButton size="small" label={t('renameName', { name })} icon={<Pencil aria-hidden />} onPress={() => setRenaming(true)} />
      <ConfirmDialog
        title={t('deleteTitle', { name })} confirmLabel={t('delete')}
        trigger={<IconButton size="small" label={t('deleteName', { name })} icon={<Trash2 aria-hidden />} />}
        goes={[t('goes', { count: document.rows.length })]} stays={[t('stays')]}
        onConfirm={() => shelf.remove(id)}
      />
    </li>
  )
}

function RenameForm({ template: { id, name }, shelf, onDone }: Omit<TemplateItemProps, 'onUse'> & { onDone: () => void }) {
  const t = useTranslations('mapper.templates')
  const input = useRef<HTMLInputElement>(null)
  const [next, setNext] = useState(name)
  const [failure, setFailure] = useState<'taken' | 'empty' | ExplainedError>()
  const [isPending, setPending] = useState(false)

  // The button that was pressed is gone; the name is what comes next.
  useEffect(() => input.current?.select(), [])

  async function rename(): Promise<void> {
    if (next.trim() === name) return onDone()
    if (next.trim() === '') return setFailure('empty')
    setPending(true)
    const failed = await shelf.rename(id, next.trim()).finally(() => setPending(false))
    if (failed) setFailure(failed)
    else onDone()
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void rename()
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('newName')} ref={input} value={next} onChange={(typed) => setNext(typed.slice(0, templateNameMax))} className="min-w-56 flex-1"
          errorMessage={typeof failure === 'string' ? t(failure) : undefined}
        />
        <Button onPress={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>{t('rename')}</Button>
      </div>
      {typeof failure === 'object' && <ErrorPanel error={failure} />}
    </form>
  )
}
