'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { ancestorPaths } from '@/lib/xdm/xdm-path'
import type { XdmField } from '@/lib/xdm/field'
import { FieldTree } from './field-tree'
import { useMapper, useMapperState } from './mapper-context'
import { OverviewBar } from './overview-bar'
import { PanelHead, focusSearch } from './panel-head'
import { TargetRow } from './target-row'
import { makeNodeRenderer } from './tree-node-item'
import { TreeEmpty } from './tree-empty'
import { useTreeView } from './use-tree-view'

const renderNode = makeNodeRenderer<XdmField>(TargetRow)
const openAtFirstMax = 60

/** The target schema's tree, opened where something is mapped or required. */
export function TargetPanel() {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const tree = useMapperState((state) => state.targets)
  const index = useMapperState((state) => state.targetIndex)
  const filterName = useMapperState((state) => state.filter)
  const links = useMapperState((state) => (['mapped', 'unmapped', 'problems'].includes(state.filter) ? state.links : undefined))
  const needs = useMapperState((state) => (state.filter === 'required' ? state.needs : undefined))
  const filter = useMemo(() => {
    if (filterName === 'all') return undefined
    if (filterName === 'identity') return (field: XdmField) => field.identity !== undefined
    if (filterName === 'required') {
      const paths = new Set(needs?.required.map((field) => field.path))
      return (field: XdmField) => paths.has(field.path)
    }
    if (filterName === 'mapped') return (field: XdmField) => links?.byTarget.has(field.path) ?? false
    if (filterName === 'unmapped') return (field: XdmField) => field.children.length === 0 && !links?.byTarget.has(field.path)
    return (field: XdmField) => links?.problemsByTarget.has(field.path) ?? false
  }, [filterName, links, needs])
  const firstOpen = () => {
    if (index.size <= openAtFirstMax) return index.keys()
    const { links: { belowTarget }, needs: { required } } = store.get()
    return [...belowTarget.keys(), ...required.flatMap((field) => ancestorPaths(field.path))]
  }
  const laid = useTreeView<XdmField>({ side: 'target', tree, filter, firstOpen })
  const nameOf = useCallback((path: string) => index.get(path)?.name ?? path, [index])

  return (
    <section aria-label={t('panels.target')} data-side="target" className="flex min-h-0 min-w-0 flex-col border-l border-line bg-surface-1">
      <PanelHead side="target" title={t('panels.target')} total={index.size} found={laid.matchCount} />
      <div className="relative flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          <FieldTree
            side="target" label={t('panels.target')} laid={laid} renderNode={renderNode} nameOf={nameOf}
            empty={<TreeEmpty side="target" />} onSearch={() => focusSearch('target')}
          />
        </div>
        <OverviewBar />
      </div>
    </section>
  )
}
