'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchField } from '@/components/ui/search-field'
import { TextField } from '@/components/ui/text-field'
import { objectsMax } from '@/lib/batches/batch-choices'
import { ObjectName } from './object-name'

type ObjectTicksProps = {
  objects: readonly string[]
  ticked: ReadonlySet<string>
  onChange: (ticked: ReadonlySet<string>) => void
  /** Given for sources whose resources nobody lists: a path that is not among them. */
  onAdd?: ((path: string) => void) | undefined
}

const pageSize = 60

/** Tables or resources to be ticked: found by typing, all found ticked at once, a page at a time. */
export function ObjectTicks({ objects, ticked, onChange, onAdd }: ObjectTicksProps) {
  const t = useTranslations('batches.several')
  const [query, setQuery] = useState('')
  const [page, setPage] = useState(1)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = objects.filter((object) => words.every((word) => object.toLowerCase().includes(word)))
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const at = Math.min(page, pages)
  const foundTicked = found.filter((object) => ticked.has(object)).length
  const tick = (changed: readonly string[], isOn: boolean) => {
    const next = new Set(ticked)
    for (const object of changed) if (isOn) next.add(object)
    else next.delete(object)
    onChange(next)
  }
  if (objects.length === 0 && !onAdd) return <EmptyState title={t('noObjectsTitle')} body={t('noObjectsBody')} />
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField label={t('search')} value={query} onChange={(text) => { setQuery(text); setPage(1) }} className="w-full sm:w-72" />
        <p role="status" className="text-13 text-ink-quiet">
          {t('found', { found: found.length, of: objects.length })} · {t('ticked', { count: ticked.size })}
        </p>
        {ticked.size > 0 && <Button size="small" variant="quiet" onPress={() => onChange(new Set())}>{t('untick')}</Button>}
      </div>
      {found.length === 0 ? (
        query && <p className="text-14 text-ink-quiet">{t('noneFound', { query })}</p>
      ) : (
        <div role="group" aria-label={t('list')} className="rounded-md border border-line bg-surface-1">
          <Checkbox
            className="border-b border-line bg-surface-2 px-3 py-1.5 text-13"
            label={t('selectAll', { count: found.length })}
            value={foundTicked === found.length}
            isIndeterminate={foundTicked > 0 && foundTicked < found.length}
            onChange={(isOn) => tick(found, isOn)}
          />
          <ul className="grid gap-x-4 px-3 py-1 sm:grid-cols-2 xl:grid-cols-3">
            {found.slice((at - 1) * pageSize, at * pageSize).map((object) => (
              <li key={object} className="min-w-0 py-0.5 pointer-coarse:py-2">
                <Checkbox label={<code className="text-13 break-words"><ObjectName value={object} /></code>} value={ticked.has(object)} onChange={(isOn) => tick([object], isOn)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {pages > 1 && (
        <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2 text-13">
          <Button size="small" icon={<ChevronLeft aria-hidden />} isDisabled={at === 1} onPress={() => setPage(at - 1)}>{t('previous')}</Button>
          <span className="text-ink-quiet tabular-nums">{t('page', { page: at, pages })}</span>
          <Button size="small" icon={<ChevronRight aria-hidden />} isDisabled={at === pages} onPress={() => setPage(at + 1)}>{t('next')}</Button>
        </nav>
      )}
      {ticked.size > objectsMax && <p role="alert" className="text-13 text-bad">{t('tooMany', { limit: objectsMax })}</p>}
      {onAdd && <OtherResource onAdd={onAdd} />}
    </div>
  )
}

function OtherResource({ onAdd }: { onAdd: (path: string) => void }) {
  const t = useTranslations('batches.several')
  const [typed, setTyped] = useState('')
  const path = typed.trim().replace(/^\/+/, '')
  return (
    <form
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!path) return
        onAdd(path)
        setTyped('')
      }}
    >
      <TextField label={t('resource')} description={t('resourceHint')} isMono value={typed} onChange={setTyped} autoComplete="off" className="w-full sm:w-72" />
      <Button type="submit" className="sm:mt-6">{t('addResource')}</Button>
    </form>
  )
}
