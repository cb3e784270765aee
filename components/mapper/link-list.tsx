'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import { SearchField } from '@/components/ui/search-field'
import { matchesWords, searchWords } from '@/lib/mapping/select-fields'
import { Inspector } from './inspector'
import { FieldTable } from './field-table'
import { LinkTable } from './link-table'
import { useMapper, useMapperState } from './mapper-context'
import { usePalette } from './palette-context'
import { TreeEmpty } from './tree-empty'
import { selectListed } from './select-listed'

/**
 * The whole mapping as plain tables: what is needed and missing, the links, the columns that go nowhere yet. Does
 * everything the trees do; it is what a screen reader reads best and what a phone shows.
 */
export function LinkList({ hasInspector }: { hasInspector: boolean }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { openPalette } = usePalette()
  const [isDetailed, setDetailed] = useState(false)
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const links = useMapperState((state) => state.links)
  const needs = useMapperState((state) => state.needs)
  const sourceIndex = useMapperState((state) => state.sourceIndex)
  const targetIndex = useMapperState((state) => state.targetIndex)
  const filter = useMapperState((state) => state.filter)
  const listed = useMemo(() => {
    const words = searchWords(asked)
    const found = selectListed({ links, needs, sourceIndex, targetIndex }, filter)
    const hasWords = (path: string) => matchesWords({ path, name: path }, words)
    return {
      missing: found.missing.filter((field) => hasWords(field.path)),
      links: found.links.filter(({ row }) => hasWords(`${row.destination} ${row.source}`)),
      columns: found.columns.filter((field) => hasWords(field.path)),
    }
  }, [filter, asked, links, needs, sourceIndex, targetIndex])
  const isEmpty = listed.missing.length + listed.links.length + listed.columns.length === 0

  function showDetails(rowId: string): void {
    actions.choose({ side: 'link', rowId })
    if (!hasInspector) setDetailed(true)
  }

  return (
    <div className={cx('grid min-h-0 flex-1', hasInspector && 'grid-cols-[minmax(0,1fr)_20rem]')}>
      <div className="relative flex min-h-0 flex-col gap-6 overflow-y-auto p-4">
        <div className="flex flex-wrap items-center gap-2">
          <SearchField label={t('list.search')} value={query} onChange={setQuery} className="min-w-48 flex-1" />
          <Button icon={<Plus aria-hidden />} onPress={() => openPalette({ side: 'new' })}>{t('list.add')}</Button>
        </div>
        {isEmpty && (query === '' ? <TreeEmpty side="source" /> : <p className="text-13 text-ink-quiet">{t('palette.nothing', { query })}</p>)}
        <FieldTable side="target" title={t('list.missing')} fields={listed.missing} />
        <LinkTable links={listed.links} onDetails={showDetails} />
        <FieldTable side="source" title={t('list.columns')} fields={listed.columns} />
      </div>
      {hasInspector && (
        <aside aria-label={t('inspector.label')} className="relative min-h-0 overflow-y-auto border-l border-line"><Inspector /></aside>
      )}
      <Dialog title={t('inspector.link')} isOpen={isDetailed && !hasInspector} onOpenChange={setDetailed}>
        <div className="-mx-4"><Inspector /></div>
      </Dialog>
    </div>
  )
}
