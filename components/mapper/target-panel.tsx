'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { MappingLinks } from '@/lib/mapping/mapping-links'
import { ancestorPaths } from '@/lib/xdm/xdm-path'
import type { XdmField } from '@/lib/xdm/field'
import { useMapper, useMapperState } from './mapper-context'
import type { MapperFilter } from './mapper-store'
import { OverviewBar } from './overview-bar'
import { PanelHead, focusSearch } from './panel-head'
import { TargetRow } from './target-row'
import { FieldTree } from './tree/field-tree'
import { TreeEmpty } from './tree-empty'
import { useTreeView } from './use-tree-view'

const openAtFirstMax = 60

/** The target schema's tree, opened where something is mapped or required. */
export function TargetPanel() {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const tree = useMapperState((state) => state.targets)
  const index = useMapperState((state) => state.targetIndex)
  const filterName = useMapperState((state) => state.filter)
  const links = useMapperState((state) => (['mapped', 'unmapped', 'problems'].includes(state.filter) ? state.links : undefined))
  const required = useMapperState((state) => (state.filter === 'required' ? state.needs.required : undefined))
  const filter = useMemo(() => readFilter(filterName, links, required), [filterName, links, required])
  const firstOpen = () => {
    if (index.size <= openAtFirstMax) return index.keys()
    const { links: { belowTarget }, needs: { required } } = store.get()
    return [...belowTarget.keys(), ...required.flatMap((field) => ancestorPaths(field.path))]
  }
  const laid = useTreeView<XdmField>({ side: 'target', tree, filter, firstOpen })

  return (
    <section aria-label={t('panels.target')} data-side="target" className="flex min-h-0 min-w-0 flex-col border-l border-line bg-surface-1">
      <PanelHead side="target" title={t('panels.target')} total={index.size} found={laid.matchCount} />
      <div className="relative flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          <FieldTree
            side="target" label={t('panels.target')} laid={laid} Content={TargetRow}
            empty={<TreeEmpty side="target" />} onSearch={() => focusSearch('target')}
          />
        </div>
        <OverviewBar />
      </div>
    </section>
  )
}

type Filter = ((field: XdmField) => boolean) | undefined

/** What a filter keeps of the schema. `links` is there for the filters that need them, `required` for the one that does. */
function readFilter(name: MapperFilter, links: MappingLinks | undefined, required: readonly XdmField[] | undefined): Filter {
  if (name === 'all') return undefined
  if (name === 'identity') return (field) => field.identity !== undefined
  if (name === 'required') {
    const paths = new Set(required?.map((field) => field.path))
    return (field) => paths.has(field.path)
  }
  if (name === 'mapped') return (field) => links?.byTarget.has(field.path) ?? false
  if (name === 'unmapped') return (field) => field.children.length === 0 && !links?.byTarget.has(field.path)
  return (field) => links?.problemsByTarget.has(field.path) ?? false
}
