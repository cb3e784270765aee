import type { LinkState, MappingLinks } from '@/lib/mapping/mapping-links'
import type { TreeEnd } from './tree-handle'

/** Links that are drawn as one, because they leave and arrive at the same rows. */
export type LinkBundle = {
  key: string
  /** Undefined where a search hides the end altogether. */
  source: TreeEnd | undefined
  target: TreeEnd | undefined
  rowIds: readonly string[]
  /** One of the fields at each end, for names and for showing the way. */
  sourcePath: string
  targetPath: string
  state: LinkState
}

const rank: Readonly<Record<LinkState, number>> = { good: 0, warning: 1, error: 2 }

type Open = Omit<LinkBundle, 'rowIds'> & { rowIds: string[] }

/**
 * Joins links whose ends fall on the same two rows: behind a closed branch many become one. Worked out when the mapping
 * or a tree changes, never while scrolling. Linear in the links.
 */
export function bundleLinks(
  links: MappingLinks, sourceEnd: (path: string) => TreeEnd | undefined, targetEnd: (path: string) => TreeEnd | undefined,
): LinkBundle[] {
  const bundles = new Map<string, Open>()
  for (const link of links.all) {
    if (link.target === undefined) continue
    const target = targetEnd(link.target)
    for (const sourcePath of link.sources) {
      const source = sourceEnd(sourcePath)
      const key = `${source?.place ?? `?${sourcePath}`}>${target?.place ?? `?${link.target}`}`
      const known = bundles.get(key)
      if (!known) {
        const { state, target: targetPath } = link
        bundles.set(key, { key, source, target, rowIds: [link.row.id], sourcePath, targetPath, state })
        continue
      }
      if (known.rowIds.at(-1) !== link.row.id) known.rowIds.push(link.row.id)
      if (rank[link.state] > rank[known.state]) known.state = link.state
    }
  }
  return [...bundles.values()]
}
