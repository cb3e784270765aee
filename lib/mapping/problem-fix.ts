import { functions, printFieldReference } from '@/lib/expression/expression'
import { nearestName } from '@/lib/expression/nearest-name'
import type { XdmField } from '@/lib/xdm/field'
import { findField } from '@/lib/xdm/field-index'
import { mapKeySegment, parentPath } from '@/lib/xdm/xdm-path'
import { changeDestination, changeSource, removeRow, writeRow } from './commands'
import { destinationFor } from './destination-path'
import type { MappingDocument, MappingRow, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { findSourceField } from './source-index'
import { sourceReference } from './source-reference'
import type { MappingSuggestion, SuggestInput } from './suggest/suggest-mapping'
import { shapeOfValues } from './suggest/value-shape'
import { findBridge } from './type-bridge'
import { wordsOfName } from './suggest/field-words'

/** One press that mends a problem: what it would do (`mapper.fixes.<code>`) and the document afterwards. */
export type ProblemFix = { code: string; values: Record<string, string | number>; after: MappingDocument }

export type FixFacts = SuggestInput & {
  sourceIndex: ReadonlyMap<string, SourceField>
  targetIndex: ReadonlyMap<string, XdmField>
}

const isOneOf = (code: string, codes: readonly string[]): boolean => codes.includes(code)

/** The column beside this one that names the currency of its amounts. */
function currencyOf(source: SourceField, { sourceIndex }: FixFacts): string | undefined {
  const home = parentPath(source.path)
  const found = [...new Set(sourceIndex.values())].filter(
    (field) => field.children.length === 0 && parentPath(field.path) === home && wordsOfName(field.name).includes('currency'),
  )
  return found.length === 1 && found[0] ? sourceReference(found[0].path) : undefined
}

function bridgeFix(row: MappingRow, facts: FixFacts): ProblemFix | undefined {
  const source = findSourceField(facts.sourceIndex, row.source)
  const field = findField(facts.targetIndex, row.destination)
  // An expression reads single values; a list walked as a whole stays with its column.
  if (!source || !field || row.source.includes('[*]')) return undefined
  // Looked for among all columns only where an amount asks for it.
  const bridge = findBridge(source, field, { get currency() { return currencyOf(source, facts) } })
  if (!bridge) return undefined
  const after = changeSource(facts.document, row.id, { sourceType: 'EXPRESSION', source: bridge.expression })
  return { code: 'bridge', values: { bridge: bridge.code, expression: bridge.expression }, after }
}

function renameFix(row: MappingRow, { document, sourceIndex, targetIndex }: FixFacts, side: 'source' | 'target'): ProblemFix | undefined {
  const [written, known] = side === 'source' ? [row.source, sourceIndex.keys()] : [row.destination.replace(/\[\d+\]/g, '[*]'), targetIndex.keys()]
  const near = nearestName(written, known)
  if (near === null) return undefined
  if (side === 'source') return { code: 'useColumn', values: { name: near }, after: changeSource(document, row.id, { sourceType: 'ATTRIBUTE', source: near }) }
  const field = targetIndex.get(near)
  if (!field || field.path.includes(mapKeySegment)) return undefined
  const destination = destinationFor(row.sourceType === 'ATTRIBUTE' ? findSourceField(sourceIndex, row.source) : undefined, field)
  return { code: 'usePath', values: { path: destination }, after: changeDestination(document, row.id, destination) }
}

function keyFix(row: MappingRow, { document, sourceIndex }: FixFacts): ProblemFix {
  const shape = shapeOfValues(findSourceField(sourceIndex, row.source)?.samples ?? [])
  const key = shape === 'phone' ? 'Phone' : 'Email'
  const destination = row.destination.replaceAll(mapKeySegment, key)
  return { code: 'nameKey', values: { key, path: destination }, after: changeDestination(document, row.id, destination) }
}

/** An unknown or reserved name inside an expression, replaced where it stands. */
function expressionFix(row: MappingRow, { values }: MappingProblem, { document, sourceIndex }: FixFacts): ProblemFix | undefined {
  const [start, end] = [Number(values['start']), Number(values['end'])]
  if (!(end > start)) return undefined
  const written = row.source.slice(start, end)
  const names = values['expressionCode'] === 'unknown-function'
    ? functions.map(({ name }) => name)
    : values['expressionCode'] === 'unknown-field' ? [...sourceIndex.keys()].map(sourceReference) : []
  const name = values['expressionCode'] === 'reserved-name' ? printFieldReference([written]) : nearestName(written, names)
  if (name === null || name === written) return undefined
  const source = `${row.source.slice(0, start)}${name}${row.source.slice(end)}`
  return { code: 'replaceName', values: { written, name }, after: changeSource(document, row.id, { sourceType: 'EXPRESSION', source }) }
}

/** The field that a problem misses a value for: what could go there is a matter of proposals (`linkFix`). */
export const missingField = ({ code, path }: MappingProblem): string | undefined =>
  isOneOf(code, ['requiredMissing', 'identityMissing']) ? path : undefined

/** A proposal for a field that misses a value, as a fix. */
export const linkFix = ({ source, destination, row }: MappingSuggestion, document: MappingDocument): ProblemFix =>
  ({ code: 'link', values: { source, path: destination }, after: writeRow(document, row, destination) })

/** What would mend a problem of a row, where that can be known. */
export function findFix(problem: MappingProblem, facts: FixFacts): ProblemFix | undefined {
  const row = facts.document.rows.find(({ id }) => id === problem.rowId)
  const { code, values } = problem
  if (!row) return undefined
  switch (code) {
    case 'typeImpossible':
    case 'typeLossy':
    case 'samplesDoNotFit': return bridgeFix(row, facts)
    case 'oneIntoList': {
      const fitting = String(values['fitting'])
      return { code: 'usePath', values: { path: fitting }, after: changeDestination(facts.document, row.id, fitting) }
    }
    case 'listIntoOne': {
      const source = row.source.replaceAll('[*]', '[0]')
      return { code: 'firstItem', values: { source }, after: changeSource(facts.document, row.id, { sourceType: row.sourceType, source }) }
    }
    case 'unknownSource': return renameFix(row, facts, 'source')
    case 'unknownTarget': return renameFix(row, facts, 'target')
    case 'mapKeyMissing': return keyFix(row, facts)
    case 'duplicateTarget': return { code: 'remove', values: { source: row.source }, after: removeRow(facts.document, row.id) }
    case 'expressionWrong': return expressionFix(row, problem, facts)
    default: return undefined
  }
}
