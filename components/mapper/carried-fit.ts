import { fitOf, type Fit, type FitLevel } from '@/lib/mapping/compatibility'
import { joinColumns } from '@/lib/mapping/join-columns'
import type { SourceField } from '@/lib/mapping/mapping-document'
import type { MapperState, Side } from './mapper-store'

const rank: Readonly<Record<FitLevel, number>> = { exact: 0, safe: 1, lossy: 2, impossible: 3 }

type Trees = Pick<MapperState, 'sourceIndex' | 'targetIndex'>

/** How columns would fit a field: one by its type, several by what joining them gives. */
export function fitOfColumns(paths: readonly string[], targetPath: string, { sourceIndex, targetIndex }: Trees): Fit | undefined {
  const target = targetIndex.get(targetPath)
  const sources = paths.flatMap((path): SourceField[] => [sourceIndex.get(path) ?? []].flat())
  const [only] = sources
  if (!target || !only) return undefined
  return sources.length === 1 ? fitOf(only.type, target) : joinColumns(sources, target).fit
}

/** How what is carried would fit a field of the other side; undefined when nothing is carried or the side is its own. */
export function carriedFit(state: Pick<MapperState, 'carried'> & Trees, side: Side, path: string): Fit | undefined {
  const { carried } = state
  if (!carried || carried.side === side) return undefined
  if (side === 'target') return fitOfColumns(carried.paths, path, state)
  // One column into several fields: the worst of them is what has to be known.
  const fits = carried.paths.flatMap((target) => fitOfColumns([path], target, state) ?? [])
  return fits.toSorted((a, b) => rank[b.level] - rank[a.level])[0]
}
