import type { Json, JsonObject } from '../content/types'
import { asArray, asText } from '../json'
import { badRequest } from './errors'

type Condition = (item: JsonObject) => boolean
export type CatalogQuery = {
  conditions: Condition[]
  orders: { field: string; descending: boolean }[]
  start: number
  limit: number
  /** Top-level fields to answer; all of them where empty. */
  properties: string[]
}

const operatorForm = /^(?<field>[^=!<>~]+?)\s*(?<operator>==|!=|<=|>=|<|>|~)\s*(?<wanted>.*)$/s

/**
 * Reads Catalog's query: offset `start`, `limit` 1–100, `orderBy`, `properties`, `property` and, for the named fields,
 * the simple form `name=a,b` or `name=!a,b`.
 */
export function readCatalogQuery(query: URLSearchParams, simpleFields: readonly string[]): CatalogQuery {
  const limit = query.get('limit') ?? '20'
  const start = query.get('start') ?? '0'
  if (!/^\d+$/.test(limit) || Number(limit) < 1 || Number(limit) > 100) throw badRequest('The limit is a whole number from 1 to 100.')
  if (!/^\d+$/.test(start)) throw badRequest('start is a whole number, counted from 0.')
  const simple = simpleFields.flatMap((field) => query.getAll(field).map((text) => readSimple(field, text)))
  return {
    conditions: [...simple, ...query.getAll('property').map(readProperty), ...query.getAll('tags').flatMap(readTags)],
    orders: (query.get('orderBy') ?? '').split(',').filter((part) => part !== '').map(readOrder),
    start: Number(start),
    limit: Number(limit),
    properties: (query.get('properties') ?? '').split(',').filter((name) => name !== ''),
  }
}

/** The page, keyed by id as every answer of Catalog's reads. */
export function takePage(items: JsonObject[], query: CatalogQuery): JsonObject {
  const sorted = items
    .filter((item) => query.conditions.every((holds) => holds(item)))
    .toSorted((a, b) => {
      for (const { field, descending } of query.orders) {
        const order = orderOf(a[field], b[field])
        if (order !== 0) return descending ? -order : order
      }
      return 0
    })
  const page = sorted.slice(query.start, query.start + query.limit)
  return Object.fromEntries(page.map((item) => [asText(item['id']), project(item, query.properties)]))
}

/** The stored item without its id, and only the wanted top-level fields. */
export function project(item: JsonObject, properties: string[]): JsonObject {
  const { id: _id, ...rest } = item
  if (properties.length === 0) return rest
  return Object.fromEntries(Object.entries(rest).filter(([name]) => properties.includes(name)))
}

function readSimple(field: string, text: string): Condition {
  const wanted = text.replace(/^!/, '').split(',')
  const isAny = (item: JsonObject) => wanted.some((value) => String(item[field] ?? '') === value)
  return text.startsWith('!') ? (item) => !isAny(item) : isAny
}

function readProperty(text: string): Condition {
  const found = operatorForm.exec(text)?.groups
  if (found === undefined) {
    const field = text.replace(/^!/, '')
    return (item) => (item[field] === undefined) === text.startsWith('!')
  }
  const { field = '', operator = '', wanted = '' } = found
  const pattern = operator === '~' ? readPattern(wanted) : patternOf(wanted)
  return (item) => compare(item[field], operator, wanted, pattern)
}

function compare(actual: Json | undefined, operator: string, wanted: string, pattern: RegExp): boolean {
  const text = typeof actual === 'object' ? JSON.stringify(actual) : String(actual ?? '')
  if (operator === '==' || operator === '~') return actual !== undefined && pattern.test(text)
  if (operator === '!=') return !pattern.test(text)
  if (actual === undefined) return false
  const order = orderOf(actual, typeof actual === 'number' ? Number(wanted) : wanted)
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator] ?? false
}

function readPattern(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw badRequest(`${text} is not a regular expression.`)
  }
}

/** `*` stands for anything, `**` for an asterisk. */
function patternOf(text: string): RegExp {
  const parts = text.split(/(\*\*|\*)/).map((part) => (part === '**' ? '\\*' : part === '*' ? '.*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('')}$`, 's')
}

/** `key:value,key2:*`: all of them must hold. */
function readTags(text: string): Condition[] {
  return text.split(',').map((pair) => {
    const [key = '', ...rest] = pair.split(':')
    const pattern = patternOf(rest.join(':') || '*')
    return (item: JsonObject) => {
      const tags = item['tags']
      const values = typeof tags === 'object' && tags !== null && !Array.isArray(tags) ? asArray(tags[key]) : []
      return values.some((value) => pattern.test(String(value)))
    }
  })
}

function readOrder(part: string): { field: string; descending: boolean } {
  const [direction = '', field] = part.split(':')
  if (field === undefined) return { field: direction, descending: false }
  if (direction !== 'asc' && direction !== 'desc') throw badRequest('orderBy is asc:field or desc:field.')
  return { field, descending: direction === 'desc' }
}

function orderOf(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : left > right ? 1 : 0
}
