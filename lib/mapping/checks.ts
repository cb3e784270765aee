import type { XdmField } from '@/lib/xdm/field'
import { findField, indexFields } from '@/lib/xdm/field-index'
import { checkRow, type RowCheckContext } from './check-row'
import type { MappingDocument, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { runTests } from './mapping-test'
import { isCovered, neededTargets, type NeededTargets } from './needed-targets'
import { indexSources } from './source-index'

export type MappingFacts = {
  document: MappingDocument
  sources: readonly SourceField[]
  targets: readonly XdmField[]
}

/**
 * Everything that is wrong or doubtful about a mapping, rows first in their order, then what is missing.
 * Errors are what Adobe would refuse or what loses every value; warnings may lose some. Never throws.
 */
export function checkMapping({ document, sources, targets }: MappingFacts): MappingProblem[] {
  const context: RowCheckContext = { sources: indexSources(sources), targets: indexFields(targets) }
  const problems = document.rows.flatMap((row) => checkRow(row, context))
  return [...problems, ...findDuplicates(document, context), ...findMissing(neededTargets(document, targets)), ...findBroken(document, context, targets)]
}

/** Tests that came out otherwise than they should. */
function findBroken(document: MappingDocument, { targets: targetIndex }: RowCheckContext, targets: readonly XdmField[]): MappingProblem[] {
  return runTests(document, { targets, targetIndex }).flatMap(({ test, differences }) => differences.map(({ destination, expected, actual }) => {
    const rowId = document.rows.find((row) => row.destination === destination)?.id
    const values = { name: test.name, destination, expected: JSON.stringify(expected), actual: JSON.stringify(actual) }
    const path = findField(targetIndex, destination)?.path
    return { ...(rowId ? { rowId } : {}), ...(path ? { path } : {}), severity: 'error' as const, code: 'testFails', values }
  }))
}

function findDuplicates(document: MappingDocument, { targets }: RowCheckContext): MappingProblem[] {
  const first = new Map<string, string>()
  return document.rows.flatMap(({ id, source, destination }) => {
    const other = first.get(destination)
    if (other === undefined) {
      first.set(destination, source)
      return []
    }
    const path = findField(targets, destination)?.path ?? destination
    return [{ rowId: id, path, severity: 'error' as const, code: 'duplicateTarget', values: { destination, other } }]
  })
}

function findMissing(needs: NeededTargets): MappingProblem[] {
  const required = needs.required.filter((field) => !isCovered(field, needs)).map((field): MappingProblem => ({
    path: field.path, severity: 'error', code: 'requiredMissing', values: { path: field.path },
  }))
  const named = new Set(required.map((problem) => problem.path))
  const identity = needs.identity
    .filter((field) => field.identity === 'primary' && !isCovered(field, needs) && !named.has(field.path))
    .map((field): MappingProblem => ({
      path: field.path, severity: 'error', code: 'identityMissing', values: { path: field.path },
    }))
  return [...required, ...identity]
}

export type MappingCounts = {
  /** Rows, those with problems included, as Adobe's own screen counts. */
  mapped: number
  requiredMapped: number
  required: number
  identityMapped: number
  identity: number
  problems: number
}

/** The figures over the mapping. Give the problems when they are known already; else they are looked for. */
export function countMapping(facts: MappingFacts, problems: readonly MappingProblem[] = checkMapping(facts)): MappingCounts {
  const needs = neededTargets(facts.document, facts.targets)
  return {
    mapped: facts.document.rows.length,
    requiredMapped: needs.required.filter((field) => isCovered(field, needs)).length,
    required: needs.required.length,
    identityMapped: needs.identity.filter((field) => isCovered(field, needs)).length,
    identity: needs.identity.length,
    problems: problems.length,
  }
}
