'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SourceField } from '@/lib/mapping/mapping-document'
import { useMapper, useMapperState } from './mapper-context'
import { PanelHead, focusSearch } from './panel-head'
import { SourceRow } from './source-row'
import { FieldTree } from './tree/field-tree'
import { TreeEmpty } from './tree-empty'
import { useTreeView } from './use-tree-view'

const openAtFirstMax = 400

/** The source: its columns, narrowed by the search and by the filters that concern it. */
export function SourcePanel() {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const tree = useMapperState((state) => state.sources)
  const index = useMapperState((state) => state.sourceIndex)
  const filterName = useMapperState((state) => state.filter)
  // Only a filter that looks at links has to follow every edit.
  const links = useMapperState((state) => (['mapped', 'unmapped', 'problems'].includes(state.filter) ? state.links : undefined))
  const filter = useMemo(() => {
    if (!links) return undefined
    if (filterName === 'mapped') return (field: SourceField) => links.bySource.has(field.path)
    if (filterName === 'unmapped') return (field: SourceField) => field.children.length === 0 && !links.bySource.has(field.path)
    return (field: SourceField) => (links.bySource.get(field.path) ?? []).some(({ state }) => state !== 'good')
  }, [links, filterName])
  const firstOpen = () => (index.size <= openAtFirstMax ? [...index.keys()] : [...store.get().links.belowSource.keys()])
  const laid = useTreeView<SourceField>({ side: 'source', tree, filter, firstOpen })

  return (
    <section aria-label={t('panels.source')} data-side="source" className="flex min-h-0 min-w-0 flex-col border-r border-line bg-surface-1">
      <PanelHead side="source" title={t('panels.source')} total={index.size} found={laid.matchCount} />
      <FieldTree
        side="source" label={t('panels.source')} laid={laid} Content={SourceRow}
        empty={<TreeEmpty side="source" />} onSearch={() => focusSearch('source')}
      />
    </section>
  )
}
