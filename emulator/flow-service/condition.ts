import type { Json, JsonObject } from '../content/types'
import { isObject } from '../json'
import type { World } from '../world'
import { flowError } from './errors'

type Operator = '==' | '!=' | '>=' | '<=' | '>' | '<'
export type Condition = { path: string[]; operator: Operator; values: string[] }

/**
 * One `property` filter: `path op value`. A comma separates alternatives of `==`, quotes are optional, `[]` after a
 * name goes through a list. Adobe's own samples write both `==` and `=`.
 */
export function parseCondition(world: World, text: string, fields: readonly string[]): Condition {
  const match = /^\s*([A-Za-z_@$][\w.[\]@$:-]*?)\s*(==|!=|>=|<=|>|<|=)\s*(.*?)\s*$/s.exec(text)
  if (match === null) throw flowError(world, '1450-400', `The filter ${text} has no operator that is known.`)
  const [, name = '', sign = '', given = ''] = match
  const path = name.split('.')
  const root = (path[0] ?? '').replace(/\[\]$/, '')
  if (!fields.includes(root)) throw flowError(world, '1449-400', `The field ${name} cannot be filtered by.`)
  const values = splitValues(given)
  if (values.length === 0 || values.some((value) => value === ''))
    throw flowError(world, '1453-400', `The filter on ${name} has no value.`)
  const operator = (sign === '=' ? '==' : sign) as Operator
  if (values.length > 1 && operator !== '==')
    throw flowError(world, '1443-400', `Several values are allowed with == alone, not with ${sign}.`)
  return { path, operator, values }
}

/** Splits at commas outside of quotes, and takes the quotes off. */
function splitValues(given: string): string[] {
  const parts = given.match(/("(?:[^"\\]|\\.)*"|'[^']*'|[^,"']+|(?<=,)(?=,|$))+/g) ?? []
  return parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/s, '$2'))
}

export function meetsCondition(doc: JsonObject, { path, operator, values }: Condition): boolean {
  const found = valuesAt(doc, path)
  if (operator === '!=') return !found.some((value) => values.some((wanted) => isEqual(value, wanted)))
  return found.some((value) => values.some((wanted) => compare(value, operator, wanted)))
}

function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  const [step, ...rest] = path
  if (step === undefined) return value === undefined ? [] : [value]
  if (!isObject(value)) return []
  const isList = step.endsWith('[]')
  const inner = value[isList ? step.slice(0, -2) : step]
  if (!isList) return valuesAt(inner, rest)
  return Array.isArray(inner) ? inner.flatMap((element) => valuesAt(element, rest)) : []
}

const isEqual = (value: Json, wanted: string) =>
  typeof value === 'object' ? value === null && wanted === 'null' : String(value) === wanted

function compare(value: Json, operator: Operator, wanted: string): boolean {
  if (operator === '==') return isEqual(value, wanted)
  const order = typeof value === 'number' ? value - Number(wanted) : typeof value === 'string' ? compareTexts(value, wanted) : Number.NaN
  switch (operator) {
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    default:
      return false
  }
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
