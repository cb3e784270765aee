import type { Json, JsonObject } from '../content/types'
import { isObject, jsonSchema } from '../json'
import type { World } from '../world'
import { meetsCondition, parseCondition } from './condition'
import { flowError } from './errors'

export type ListQuery = {
  conditions: string[]
  orderby?: string | undefined
  limit?: string | undefined
  count?: string | undefined
  continuationToken?: string | undefined
}

export type ListOptions = {
  /** Address of the collection below the service, for the link to the next page. */
  path: string
  /** Fields which may be filtered by; the rest is refused. */
  fields: readonly string[]
  /** Specifications are neither ordered nor paged. */
  isPaged: boolean
}

const knownParameters = ['property', 'orderby', 'limit', 'count', 'continuationToken']
const defaultLimit = 20
const mostItems = 1000

/** Reads the query string of a list; parameters that Flow Service does not know are refused. */
export function readListQuery(world: World, address: string): ListQuery {
  const parameters = new URL(address).searchParams
  for (const name of parameters.keys()) {
    if (!knownParameters.includes(name)) throw flowError(world, '1451-400', `The query parameter ${name} is not known.`)
  }
  const one = (name: string) => parameters.get(name) ?? undefined
  return {
    conditions: parameters.getAll('property'),
    orderby: one('orderby'),
    limit: one('limit'),
    count: one('count'),
    continuationToken: one('continuationToken'),
  }
}

/** Filters, orders and cuts a collection: `{items, _links}` or, asked to count, `{count}`. */
export function answerList(world: World, docs: JsonObject[], query: ListQuery, options: ListOptions): JsonObject {
  if (query.limit !== undefined && query.count !== undefined)
    throw flowError(world, '1401-400', 'limit and count cannot be used together.')
  const conditions = query.conditions.map((text) => parseCondition(world, text, options.fields))
  const matching = docs.filter((doc) => conditions.every((condition) => meetsCondition(doc, condition)))
  if (readCount(world, query.count)) return { count: matching.length }
  if (!options.isPaged) return { items: matching }
  const order = readOrder(world, query.orderby, options.fields)
  const limit = readLimit(world, query.limit)
  const sorted = matching.map((doc) => ({ doc, key: keyOf(doc, order) })).sort((a, b) => compareKeys(a.key, b.key, order))
  const after = query.continuationToken === undefined ? undefined : readToken(world, query.continuationToken)
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => compareKeys(key, after, order) > 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  if (last === undefined || page.length === rest.length) return { items: page.map(({ doc }) => doc), _links: {} }
  return { items: page.map(({ doc }) => doc), _links: { next: { href: nextPage(last.key, query, options) } } }
}

type Order = { field: string; isDescending: boolean }
type Key = [ordered: Json, createdAt: Json, id: Json]

function readOrder(world: World, text: string | undefined, fields: readonly string[]): Order {
  if (text === undefined) return { field: 'createdAt', isDescending: false }
  const match = /^([+ -]?)([A-Za-z][\w.]*)$/.exec(text)
  const field = match?.[2] ?? ''
  if (match === null || !fields.includes(field.split('.')[0] ?? ''))
    throw flowError(world, '1432-400', `The list cannot be ordered by ${text}.`)
  return { field, isDescending: match[1] === '-' }
}

function readLimit(world: World, text: string | undefined): number {
  if (text === undefined) return defaultLimit
  if (text === '') throw flowError(world, '1453-400', 'The query parameter limit is empty.')
  const limit = Number(text)
  if (!/^\d+$/.test(text) || limit < 1 || limit > mostItems)
    throw flowError(world, '1452-400', `limit must be a whole number from 1 to ${mostItems}.`)
  return limit
}

function readCount(world: World, text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  throw flowError(world, '1452-400', 'count must be true or false.')
}

function keyOf(doc: JsonObject, { field }: Order): Key {
  let value: Json | undefined = doc
  for (const step of field.split('.')) value = isObject(value) ? value[step] : undefined
  return [isObject(value) || Array.isArray(value) ? null : (value ?? null), doc['createdAt'] ?? 0, doc['id'] ?? '']
}

/** A total order, so that pages neither repeat nor skip anything while others create and delete. */
function compareKeys(a: Key, b: Key, { isDescending }: Order): number {
  const [first, second, third] = [compareValues(a[0], b[0]), compareValues(a[1], b[1]), compareValues(a[2], b[2])]
  const ascending = first || second || third
  return isDescending ? -ascending : ascending
}

function compareValues(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [a === null ? '' : String(a), b === null ? '' : String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function nextPage(key: Key, query: ListQuery, { path }: ListOptions): string {
  const parameters = new URLSearchParams()
  for (const condition of query.conditions) parameters.append('property', condition)
  if (query.orderby !== undefined) parameters.set('orderby', query.orderby)
  if (query.limit !== undefined) parameters.set('limit', query.limit)
  parameters.set('continuationToken', Buffer.from(JSON.stringify(key)).toString('base64url'))
  return `${path}?${parameters.toString()}`
}

function readToken(world: World, token: string): Key {
  try {
    const key = jsonSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()))
    if (Array.isArray(key) && key.length === 3) return [key[0] ?? null, key[1] ?? null, key[2] ?? null]
  } catch {
    // Told below, in Flow Service's words.
  }
  throw flowError(world, '1452-400', 'The continuationToken is not one that this service gave.')
}
