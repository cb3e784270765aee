import { checkExpression, parseExpression } from '../../lib/expression/expression'
import type { JsonObject } from '../content/types'
import { errorOf } from './apply-mapping'
import { parsePath } from './path'
import { findNode, typeOf } from './schema-node'
import type { MappingRow, TransformError } from './types'

/**
 * What Data Prep's validation holds against one mapping before any row is seen: a destination that
 * the target schema (`xed-full` form) does not have, a source column that the source does not have,
 * an expression that cannot be read. Empty for a mapping that can be carried out.
 *
 * @param sourceColumns names (or dotted paths) of the source's columns; without it sources are not checked
 */
export function validateMapping(input: {
  mapping: MappingRow
  schema: JsonObject
  sourceColumns?: string[]
}): TransformError[] {
  const { mapping } = input
  const reasons = [
    checkDestination(mapping.destination, input.schema),
    checkSource(mapping, input.sourceColumns),
  ].filter((reason) => reason !== undefined)
  return reasons.map((reason) => errorOf(mapping, mapping.destination, reason))
}

function checkDestination(destination: string, schema: JsonObject): string | undefined {
  const path = parsePath(destination)
  if (!path.ok) return `The destination "${destination}" cannot be read: ${path.reason}.`
  const found = findNode(schema, path.steps)
  if (!found.ok) return `The destination "${destination}" is not in the target schema: ${found.reason}.`
  return typeOf(found.node) === undefined ? `The destination "${destination}" has no type.` : undefined
}

function checkSource(mapping: MappingRow, sourceColumns: string[] | undefined): string | undefined {
  if (mapping.sourceType === 'STATIC') return undefined
  if (mapping.source.trim() === '') return 'The source is empty.'
  if (mapping.sourceType === 'EXPRESSION') return checkExpressionSource(mapping.source, sourceColumns)
  const path = parsePath(mapping.source)
  if (sourceColumns === undefined) return path.ok ? undefined : `The source "${mapping.source}" cannot be read: ${path.reason}.`
  if (hasColumn(sourceColumns, mapping.source)) return undefined
  return `The source has no column "${mapping.source}".`
}

/** An expression is refused for the first error in it; warnings let it run. */
function checkExpressionSource(source: string, sourceColumns: string[] | undefined): string | undefined {
  const parsed = parseExpression(source)
  if (!parsed.ok) return `The expression cannot be read at position ${parsed.error.start}: ${parsed.error.message}`
  const known = sourceColumns === undefined ? {} : { fields: (path: string) => hasColumn(sourceColumns, path) }
  const problem = checkExpression(parsed.ast, { ...known, sourceLength: source.length }).find(({ severity }) => severity === 'error')
  return problem && `The expression is not valid at position ${problem.start}: ${problem.message}`
}

/** A source is known by its whole name, by the column it starts in, or as the parent of known columns. */
function hasColumn(columns: string[], source: string): boolean {
  if (columns.includes(source)) return true
  const path = parsePath(source)
  if (!path.ok) return false
  const names = path.steps.flatMap((step) => (step.kind === 'name' ? [step.name] : []))
  const plain = names.join('.')
  return columns.some((column) => column === names[0] || column === plain || column.startsWith(`${plain}.`))
}
