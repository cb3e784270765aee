import { childrenOf, type Node } from '@/lib/expression/node'
import { parseExpression } from '@/lib/expression/parser'
import type { MappingRow, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { escapeName } from './source-fields'

/** The field that a chain of names, members and positions reads, written as source paths are; undefined for others. */
function pathOf(node: Node): string | undefined {
  if (node.kind === 'name') return node.segments.map(escapeName).join('.')
  if (node.kind === 'member') {
    const home = pathOf(node.object)
    return home === undefined ? undefined : `${home}.${escapeName(node.name)}`
  }
  if (node.kind !== 'index') return undefined
  const home = pathOf(node.object)
  return home === undefined ? undefined : `${home}[*]`
}

function collect(node: Node, hidden: ReadonlySet<string>, found: Set<string>): void {
  const path = pathOf(node)
  if (path !== undefined) {
    if (!hidden.has(path.split(/[.[]/, 1)[0] ?? '')) found.add(path)
    if (node.kind === 'index') collect(node.index, hidden, found)
    return
  }
  const inside = node.kind === 'lambda' ? new Set([...hidden, ...node.parameters]) : hidden
  for (const child of childrenOf(node)) collect(child, inside, found)
}

/** The source fields an expression reads, each once, in order; none where it cannot be parsed. */
export function expressionSources(expression: string): string[] {
  const parsed = parseExpression(expression)
  const found = new Set<string>()
  if (parsed.ok) collect(parsed.ast, new Set(), found)
  return [...found]
}

/** Why a calculated field would fail: its grammar first, then the fields it names. */
export function checkExpressionRow(
  row: MappingRow, sources: ReadonlyMap<string, SourceField>,
): Omit<MappingProblem, 'rowId' | 'path'>[] {
  const parsed = parseExpression(row.source)
  if (!parsed.ok) {
    return [{ severity: 'error', code: 'expressionBroken', values: { message: parsed.error.message } }]
  }
  return []
}
