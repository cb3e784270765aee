import type { Json, JsonObject } from '../content/types'

/** What a mapping takes from one row: a value (null for nothing), or why it takes none. */
export type Evaluation = { ok: true; value: Json } | { ok: false; reason: string }

/** Evaluates an expression on a row. */
export function evaluateRow(source: string, _row: JsonObject, _nowMs: number): Evaluation {
  return { ok: false, reason: `expressions cannot be evaluated yet: ${source}` }
}
