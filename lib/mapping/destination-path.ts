import { wildcardDepth } from '@/lib/xdm/xdm-path'
import type { XdmField } from '@/lib/xdm/field'
import type { SourceType } from './mapping-document'

/**
 * The destination to write when a source is put onto a field. A source that walks as many lists as the target keeps the
 * stars; a single value goes into the first item (`payments[0].x`). A plain value onto a list of plain values writes
 * its first item. (Data Prep, "mapping set": destinations.)
 */
export function destinationFor(source: { path: string; type: SourceType } | undefined, target: XdmField): string {
  const stars = source ? wildcardDepth(source.path) : 0
  let kept = 0
  const path = target.path.replace(/\[\*\]/g, () => {
    kept += 1
    return kept <= stars ? '[*]' : '[0]'
  })
  const isFirstItem = target.type === 'array' && source?.type !== 'array'
  return isFirstItem ? `${path}[0]` : path
}
