'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { TextField } from '@/components/ui/text-field'
import type { ExplainedError } from '@/lib/explained-error'
import { templateNameMax } from '@/lib/mapping/mapping-template'
import { useMapper, useMapperState } from '../mapper-context'
import type { TemplateShelf } from './template-shelf'

/** Keeps the mapping at hand under a name; a name that is taken asks before it is written over. */
export function SaveTemplateForm({ shelf }: { shelf: TemplateShelf }) {
  const t = useTranslations('mapper.templates')
  const { store } = useMapper()
  const count = useMapperState((state) => state.document.rows.length)
  const [name, setName] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const [failure, setFailure] = useState<'taken' | ExplainedError>()
  const [isPending, setPending] = useState(false)

  async function save(replaces: boolean): Promise<void> {
    const wanted = name.trim()
    setEmpty(wanted === '')
    if (wanted === '') return
    setPending(true)
    const failed = await shelf.save(wanted, store.get().document, replaces).finally(() => setPending(false))
    setFailure(failed)
    if (failed) return
    announce(t('saved', { name: wanted }))
    setName('')
  }

  if (count === 0) return <p className="text-13 text-ink-quiet">{t('nothingToSave')}</p>
  return (
    <form
      className="flex flex-col gap-2 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save(false)
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('saveAs')} value={name} className="min-w-56 flex-1"
          onChange={(next) => {
            setName(next.slice(0, templateNameMax))
            setFailure(undefined)
          }}
          errorMessage={isEmpty ? t('empty') : undefined}
        />
        <Button type="submit" isPending={isPending}>{t('save')}</Button>
      </div>
      <p className="text-12 text-ink-quiet">{t('saveHint', { count })}</p>
      {failure === 'taken' && (
        <Callout tone="warn" role="alert" className="px-3 py-2 text-13" actions={<Button size="small" onPress={() => void save(true)}>{t('replace')}</Button>}>
          {t('takenReplace', { name: name.trim() })}
        </Callout>
      )}
      {typeof failure === 'object' && <ErrorPanel error={failure} />}
    </form>
  )
}
