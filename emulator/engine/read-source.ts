import type { Json, JsonObject } from '../content/types'
import { parsePath, type PathStep } from './path'

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * What an ATTRIBUTE mapping takes from each row: the value at a path, or undefined where the row has
 * none. `[*]` answers the list of what each element holds, one level of list for each asterisk.
 * A column whose own name has dots may be written without escapes if the row has that column.
 */
export function compileSource(source: string): (row: JsonObject) => Json | undefined {
  const path = parsePath(source)
  return (row) => {
    if (Object.hasOwn(row, source)) return row[source]
    return path.ok ? follow(row, path.steps) : undefined
  }
}

function follow(value: Json | undefined, steps: readonly PathStep[]): Json | undefined {
  const [step, ...rest] = steps
  if (step === undefined || value === undefined || value === null) return value
  switch (step.kind) {
    case 'name':
      return isJsonObject(value) && Object.hasOwn(value, step.name) ? follow(value[step.name], rest) : undefined
    case 'index':
      return Array.isArray(value) ? follow(value[step.index], rest) : undefined
    case 'every':
      return Array.isArray(value) ? value.map((element) => follow(element, rest) ?? null) : undefined
  }
}
