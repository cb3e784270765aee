import type { XdmField } from '@/lib/xdm/field'
import { wildcardDepth } from '@/lib/xdm/xdm-path'
import { fitOf, type Fit } from './compatibility'
import type { SourceField } from './mapping-document'
import { sourceReference } from './source-reference'

const numeric = new Set(['number', 'integer', 'long', 'short', 'byte'])

const impossible = (reason: string): Fit => ({ level: 'impossible', reason })

type Join = { fit: Fit; expression?: string }

/**
 * Several columns written to one field: texts behind one another, numbers added up, a list of them where the field is a
 * list of plain values. The person goes on from there in the editor.
 */
export function joinColumns(sources: readonly SourceField[], target: XdmField): Join {
  // An expression reads one item of a list, which nobody means who drags the whole column.
  if (sources.some(({ path }) => wildcardDepth(path) > 0)) return { fit: impossible('joinLists') }
  if (sources.some(({ type }) => type === 'object' || type === 'array')) return { fit: impossible('objectToValue') }
  const reads = sources.map(({ path }) => sourceReference(path))
  if (target.type === 'string') return { fit: { level: 'safe', reason: 'joinText' }, expression: `concat(${reads.join(', " ", ')})` }
  if (numeric.has(target.type)) {
    if (sources.some(({ type }) => type !== 'number' && type !== 'integer')) return { fit: impossible('joinNumbers') }
    return { fit: { level: target.type === 'number' ? 'safe' : 'lossy', reason: 'joinSum' }, expression: reads.join(' + ') }
  }
  const isPlainList = target.type === 'array' && target.itemType !== undefined && !['object', 'array', 'map'].includes(target.itemType)
  if (isPlainList) {
    const isFitting = sources.every(({ type }) => fitOf(type, target).level !== 'impossible')
    return isFitting ? { fit: { level: 'safe', reason: 'joinList' }, expression: `to_array(false, ${reads.join(', ')})` } : { fit: impossible('joinNumbers') }
  }
  return { fit: impossible(target.children.length > 0 ? 'needsChild' : 'joinOther') }
}
