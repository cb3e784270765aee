import type { XdmField } from '@/lib/xdm/field'
import { findField } from '@/lib/xdm/field-index'
import { ancestorPaths } from '@/lib/xdm/xdm-path'
import { expressionSources } from './expression-row'
import type { MappingDocument, MappingRow, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { findSourceField } from './source-index'

export type LinkState = 'good' | 'warning' | 'error'

/** One row as it is drawn: the tree fields at its ends, as far as they are known. */
export type MappingLink = {
  row: MappingRow
  /** Paths in the source tree: one for a column, any number for an expression, none for a constant. */
  sources: readonly string[]
  target: string | undefined
  state: LinkState
  problems: readonly MappingProblem[]
}

export type MappingLinks = {
  all: readonly MappingLink[]
  byRow: ReadonlyMap<string, MappingLink>
  bySource: ReadonlyMap<string, readonly MappingLink[]>
  byTarget: ReadonlyMap<string, readonly MappingLink[]>
  /** Problems of target fields, those without a row included. */
  problemsByTarget: ReadonlyMap<string, readonly MappingProblem[]>
  /** How many links a closed branch hides, by the branch's path. */
  belowSource: ReadonlyMap<string, number>
  belowTarget: ReadonlyMap<string, number>
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function countAbove(counts: Map<string, number>, path: string): void {
  for (const above of ancestorPaths(path)) counts.set(above, (counts.get(above) ?? 0) + 1)
}

const stateOf = (problems: readonly MappingProblem[]): LinkState => {
  if (problems.some((problem) => problem.severity === 'error')) return 'error'
  return problems.length > 0 ? 'warning' : 'good'
}

/** Finds both ends of every row. Linear in rows and problems. */
export function resolveLinks(
  document: MappingDocument,
  problems: readonly MappingProblem[],
  sources: ReadonlyMap<string, SourceField>,
  targets: ReadonlyMap<string, XdmField>,
): MappingLinks {
  const problemsByRow = new Map<string, MappingProblem[]>()
  const problemsByTarget = new Map<string, MappingProblem[]>()
  for (const problem of problems) {
    if (problem.rowId !== undefined) push(problemsByRow, problem.rowId, problem)
    if (problem.path !== undefined) push(problemsByTarget, problem.path, problem)
  }
  const bySource = new Map<string, MappingLink[]>()
  const byTarget = new Map<string, MappingLink[]>()
  const belowSource = new Map<string, number>()
  const belowTarget = new Map<string, number>()
  const all = document.rows.map((row): MappingLink => {
    const own = problemsByRow.get(row.id) ?? []
    const ends = endsOf(row, sources)
    const link = { row, sources: ends, target: findField(targets, row.destination)?.path, state: stateOf(own), problems: own }
    for (const path of ends) {
      push(bySource, path, link)
      countAbove(belowSource, path)
    }
    if (link.target !== undefined) {
      push(byTarget, link.target, link)
      countAbove(belowTarget, link.target)
    }
    return link
  })
  const byRow = new Map(all.map((link) => [link.row.id, link]))
  return { all, byRow, bySource, byTarget, problemsByTarget, belowSource, belowTarget }
}

function endsOf(row: MappingRow, sources: ReadonlyMap<string, SourceField>): string[] {
  if (row.sourceType === 'STATIC') return []
  const written = row.sourceType === 'ATTRIBUTE' ? [row.source] : expressionSources(row.source)
  return [...new Set(written.flatMap((path) => findSourceField(sources, path)?.path ?? []))]
}
