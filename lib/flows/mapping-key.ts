import type { DataAnswers, TargetAnswers } from './draft-answers'
import type { SourceColumn } from './flow-definition'

/** Names the target's fields: two answers with the same key have the same tree. Undefined while the target is undecided. */
export function targetKey(target: TargetAnswers | undefined): string | undefined {
  if (target?.schemaMode === 'existing') return target.schemaId && `existing ${target.schemaId}`
  if (target?.schemaMode === 'build') {
    return target.classId && ['build', target.classId, ...[...(target.fieldGroupIds ?? [])].sort()].join(' ')
  }
  return undefined
}

/**
 * Names the columns and the fields that a mapping's verdict was said of, in a few characters. A key that differs from the
 * draft's present one means that the table or the schema has changed since.
 */
export function mappingKey(data: DataAnswers | undefined, target: TargetAnswers | undefined): string | undefined {
  const fields = targetKey(target)
  if (!fields || !data?.table || !data.columns) return undefined
  const columns = data.columns.map(({ name, type, xdm }) => `${name}:${type}${nested(xdm)}`).sort()
  return hash([data.table, ...columns, fields].join('\n'))
}

/** What is inside an object or a list counts too; for plain columns the name and type say it all. */
const nested = (xdm: SourceColumn['xdm']) => (xdm && ('properties' in xdm || 'items' in xdm) ? ordered(xdm) : '')

/** JSON with its keys in order: the database gives objects back with their keys in an order of its own. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** FNV-1a, 32 bits: enough to tell a changed draft from an unchanged one. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
