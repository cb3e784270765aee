import type { MappingLink } from '@/lib/mapping/mapping-links'
import type { RowFrameProps } from './row-frame'

/** The mark at a row's edge: the worst state of its own links, or that a closed branch hides some. */
export function portOf(links: readonly MappingLink[] | undefined, below: number): RowFrameProps['port'] {
  if (!links?.length) return below > 0 ? 'folded' : 'none'
  if (links.some((link) => link.state === 'error')) return 'error'
  return links.some((link) => link.state === 'warning') ? 'warning' : 'good'
}
