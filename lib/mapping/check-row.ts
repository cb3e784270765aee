import type { XdmField } from '@/lib/xdm/field'
import { findField } from '@/lib/xdm/field-index'
import { mapKeySegment, parsePath, wildcardDepth } from '@/lib/xdm/xdm-path'
import { checkValue } from './check-value'
import { fitOf } from './compatibility'
import { destinationFor } from './destination-path'
import { checkExpressionRow } from './expression-row'
import type { MappingRow, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { readDate } from './read-date'
import { findSourceField } from './source-index'

export type RowCheckContext = {
  sources: ReadonlyMap<string, SourceField>
  targets: ReadonlyMap<string, XdmField>
}

type Finding = Omit<MappingProblem, 'rowId' | 'path'>

const error = (code: string, values: MappingProblem['values']): Finding => ({ severity: 'error', code, values })
const warning = (code: string, values: MappingProblem['values']): Finding => ({ severity: 'warning', code, values })

/** Doubts about a type that the sample values settle: where they all pass, nothing need be said. */
const settledBySamples = new Set([
  'textToEnum', 'textToBoolean', 'textToDate', 'textToNumber', 'textToInteger', 'dropsFraction', 'smallerRange',
])

/** What is wrong with one row by itself. */
export function checkRow(row: MappingRow, context: RowCheckContext): MappingProblem[] {
  const field = findField(context.targets, row.destination)
  const findings = field
    ? [...checkDestination(row, field), ...checkSource(row, field, context)]
    : [error('unknownTarget', { destination: row.destination })]
  const path = field?.path ?? row.destination
  return findings.map((finding) => ({ rowId: row.id, path, ...finding }))
}

function checkDestination(row: MappingRow, field: XdmField): Finding[] {
  const segments = parsePath(row.destination) ?? []
  if (segments.some((segment) => segment.name === mapKeySegment)) return [error('mapKeyMissing', { destination: row.destination })]
  return field.deprecated ? [warning('deprecatedTarget', { path: field.path })] : []
}

function checkSource(row: MappingRow, field: XdmField, context: RowCheckContext): Finding[] {
  if (row.sourceType === 'STATIC') return checkConstant(row, field)
  if (row.sourceType === 'EXPRESSION') return checkExpressionRow(row, context.sources)
  const source = findSourceField(context.sources, row.source)
  if (!source) return [error('unknownSource', { source: row.source })]
  const depth = checkDepth(row, source, field)
  return depth.length > 0 ? depth : checkFit(row, source, field)
}

/** A constant is text; Adobe converts it by the target's type. */
function checkConstant(row: MappingRow, field: XdmField): Finding[] {
  const reason = checkValue(row.source, field, readDate)
  return reason ? [error('constantDoesNotFit', { value: row.source, path: field.path, reason })] : []
}

/** Lists walked as a whole have to stand on both sides, or on neither. */
function checkDepth(row: MappingRow, source: SourceField, field: XdmField): Finding[] {
  const [from, to] = [wildcardDepth(row.source), wildcardDepth(row.destination)]
  if (from === to) return []
  if (from > to) return [error('listIntoOne', { source: row.source, destination: row.destination })]
  const fitting = destinationFor({ path: row.source, type: source.type }, field)
  return [error('oneIntoList', { source: row.source, destination: row.destination, fitting })]
}

function checkFit(row: MappingRow, source: SourceField, field: XdmField): Finding[] {
  const fit = fitOf(source.type, isItemOf(row, field) ? { ...field, type: field.itemType ?? 'object' } : field)
  const values = { source: row.source, path: field.path, fit: fit.reason }
  if (fit.level === 'impossible') return [error('typeImpossible', values)]
  const samples = source.samples ?? []
  const failing = samples.flatMap((sample) => {
    const reason = sample.endsWith('…') ? undefined : checkValue(sample, field, readDate)
    return reason && source.type !== 'object' && source.type !== 'array' ? [{ sample, reason }] : []
  })
  const [worst] = failing
  if (worst) {
    const { sample, reason } = worst
    return [warning('samplesDoNotFit', { failing: failing.length, total: samples.length, sample, reason, path: field.path })]
  }
  const isSettled = samples.length > 0 && settledBySamples.has(fit.reason)
  return fit.level === 'lossy' && !isSettled ? [warning('typeLossy', values)] : []
}

/** `tags[0]` writes one item of the list, not the list. */
const isItemOf = (row: MappingRow, field: XdmField): boolean => field.type === 'array' && row.destination.endsWith(']')
