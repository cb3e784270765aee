import { checkExpression, evaluateExpression, expressionErrorName, parseExpression, type ExpressionError } from '@/lib/expression/expression'
import { childrenOf, type Node } from '@/lib/expression/node'
import type { MappingRow, SourceField } from './mapping-document'
import type { MappingProblem } from './mapping-problem'
import { escapeName } from './source-fields'
import { findSourceField } from './source-index'

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

/** What is wrong with an expression as one types it, with its place in the text. Never throws. */
export function checkExpressionText(
  expression: string, sources: ReadonlyMap<string, SourceField>,
): readonly ExpressionError[] {
  if (expression.trim() === '') return []
  const parsed = parseExpression(expression)
  if (!parsed.ok) return [parsed.error]
  return checkExpression(parsed.ast, {
    fields: (path) => findSourceField(sources, path) !== undefined,
    sourceLength: expression.length,
  })
}

/** Why a calculated field would fail: its grammar first, then the fields and functions it names. */
export function checkExpressionRow(
  row: MappingRow, sources: ReadonlyMap<string, SourceField>,
): Omit<MappingProblem, 'rowId' | 'path'>[] {
  return checkExpressionText(row.source, sources).map((error) => {
    const { severity, code, message, start, end } = error
    const values = { ...error.values, expressionCode: code, expressionError: expressionErrorName(error), message, position: start + 1, start, end }
    return { severity, code: 'expressionWrong', values }
  })
}

/** An expression on one sample row: its value, or why there is none. Never throws. */
export function evaluateRow(
  expression: string, record: Readonly<Record<string, unknown>>, nowMs: number,
): { ok: true; value: unknown } | { ok: false; error: ExpressionError } {
  return evaluateExpression(expression, record, { nowMs })
}
