import { evaluateExpression, parseExpression } from '../../lib/expression/expression'
import type { Json, JsonObject } from '../content/types'
import { toJson } from './to-json'

/** What a mapping takes from one row: a value (null for nothing), or why it takes none. */
export type Evaluation = { ok: true; value: Json } | { ok: false; reason: string }

/** Reads an expression once, to be evaluated on many rows. One that cannot be read says so on every row. */
export function compileExpression(source: string): (row: JsonObject, nowMs: number) => Evaluation {
  const parsed = parseExpression(source)
  if (!parsed.ok) {
    const { message, start } = parsed.error
    return () => ({ ok: false, reason: `the expression cannot be read at position ${start}: ${message}` })
  }
  return (row, nowMs) => {
    const result = evaluateExpression(parsed.ast, row, { nowMs, random: Math.random })
    return result.ok ? { ok: true, value: toJson(result.value) } : { ok: false, reason: result.error.message }
  }
}
