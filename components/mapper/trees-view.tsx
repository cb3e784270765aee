'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { cx } from '@/components/ui/cx'
import { rankSources, rankTargets } from '@/lib/mapping/rank-fields'
import { Inspector } from './inspector'
import { LinkLayer } from './link-layer'
import { useMapper, useMapperState } from './mapper-context'
import { otherSide } from './mapper-store'
import { SourcePanel } from './source-panel'
import { TargetPanel } from './target-panel'

/** On a laptop of 1440 px with the navigation open: below it the trees would have too few columns, beside it too few rows. */
const inspectorBesideFromPx = 1100
/** Below this a best match is a guess that would only send the focus astray. */
const nearScoreMin = 0.55

/** Source, links, target, and what is chosen: beside them, or below where the window is narrow. */
export function TreesView({ width }: { width: number }) {
  const t = useTranslations('mapper')
  useFocusOnPickUp()
  const isBeside = width >= inspectorBesideFromPx
  return (
    <div className={cx('grid min-h-0 flex-1', isBeside ? 'grid-cols-[minmax(0,1fr)_clamp(17rem,24%,20rem)]' : 'grid-rows-[minmax(0,1fr)_minmax(9rem,34%)]')}>
      <div className="relative grid min-h-0 min-w-0 grid-cols-[minmax(15rem,1.1fr)_clamp(6rem,15%,14rem)_minmax(18rem,1.25fr)] grid-rows-[minmax(0,1fr)] bg-surface-0">
        <SourcePanel />
        <div aria-hidden />
        <TargetPanel />
        <LinkLayer />
      </div>
      <aside aria-label={t('inspector.label')} className={cx('@container relative min-h-0 overflow-y-auto', isBeside ? 'border-l border-line' : 'border-t border-line')}>
        <Inspector />
      </aside>
    </div>
  )
}

/** What was picked up by keyboard goes on in the other tree: at the nearest name if there is one, else where one was. */
function useFocusOnPickUp(): void {
  const { store, trees } = useMapper()
  const carried = useMapperState((state) => (state.carried?.by === 'keyboard' ? state.carried : undefined))
  useEffect(() => {
    if (!carried) return
    const { sourceIndex, targetIndex } = store.get()
    const [best] = carried.side === 'source'
      ? rankTargets(targetIndex.values(), sourceIndex.get(carried.path), '', 1)
      : rankSources(sourceIndex.values(), targetIndex.get(carried.path), '', 1)
    const other = otherSide(carried.side)
    const tree = trees[other]
    const near = best && best.score >= nearScoreMin && best.fit.level !== 'impossible' ? best.field.path : undefined
    // Whoever has searched there already knows where it goes: the search stays.
    const isNarrowed = store.get().queries[other] !== ''
    const known = [near, tree.focusedPath].find((path) => path !== undefined && (!isNarrowed || tree.shown.places.has(path)))
    const start = known ?? tree.nodeAt(0)?.path
    if (start !== undefined) tree.reveal(start, true)
  }, [carried, store, trees])
}
