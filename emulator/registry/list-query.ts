import type { Json, JsonObject } from '../content/types'
import { isObject } from '../json'
import { badRequest } from './errors'

/** The most that one list answers. */
const mostPerPage = 300

type Condition = (resource: JsonObject) => boolean
type Sort = { path: string; descending: boolean }
export type ListQuery = { conditions: Condition[]; sorts: Sort[]; orderby: string; start: string | undefined; limit: number }

const operatorForm = /^(?<path>.+?)\s*(?<operator>==|!=|<=|>=|<|>)\s*(?<wanted>.*)$/s

/** Reads `property`, `orderby`, `limit` and `start`; what a list does not know is ignored, as the registry does. */
export function readListQuery(query: URLSearchParams): ListQuery {
  const orderby = query.get('orderby') ?? 'updated'
  const limit = query.get('limit') ?? String(mostPerPage)
  if (!/^\d+$/.test(limit) || Number(limit) > 500) throw badRequest('The limit is a whole number from 0 to 500.')
  return {
    conditions: query.getAll('property').map(readCondition),
    sorts: orderby.split(',').filter((part) => part !== '').map(readSort),
    orderby,
    start: query.get('start') ?? undefined,
    limit: Math.min(Number(limit), mostPerPage),
  }
}

function readCondition(text: string): Condition {
  const found = operatorForm.exec(text)?.groups
  if (found === undefined) return (resource) => read(resource, text.trim()) !== undefined
  const { path = '', operator = '', wanted = '' } = found
  const value = wanted.trim().replace(/^"(.*)"$/, '$1')
  return (resource) => compare(read(resource, path.trim()), operator, value)
}

function compare(actual: Json | undefined, operator: string, wanted: string): boolean {
  const holds = Array.isArray(actual) ? actual.some((item) => String(item) === wanted) : actual !== undefined && String(actual) === wanted
  if (operator === '==') return holds
  if (operator === '!=') return !holds
  if (typeof actual !== 'number' && typeof actual !== 'string') return false
  const order = orderOf(actual, typeof actual === 'number' ? Number(wanted) : wanted)
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator] ?? false
}

function readSort(part: string): Sort {
  const descending = part.startsWith('-')
  return { path: part.replace(/^[-+ ]/, ''), descending }
}

/** `created` and `updated` stand for the registry's own times; anything else is a path into the resource. */
function read(resource: JsonObject, path: string): Json | undefined {
  if (path === 'created') return read(resource, 'meta:registryMetadata.repo:createdDate')
  if (path === 'updated') return read(resource, 'meta:registryMetadata.repo:lastModifiedDate') ?? 0
  if (resource[path] !== undefined) return resource[path]
  let at: Json | undefined = resource
  for (const step of path.split('.')) at = isObject(at) ? at[step] : undefined
  return at
}

const orderOf = (a: Json | undefined, b: Json | undefined): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : left > right ? 1 : 0
}

export type Page = { results: JsonObject[]; next: Json }

/**
 * One page. `start` is a value of the first sort property, and the page begins after it; resources which share that
 * value stay on one page, since the cursor could not part them.
 */
export function takePage(resources: JsonObject[], query: ListQuery): Page {
  const { conditions, sorts, start, limit } = query
  const first = sorts[0] ?? { path: 'updated', descending: false }
  const valueOf = (resource: JsonObject | undefined) => (resource === undefined ? undefined : read(resource, first.path))
  const sorted = resources
    .filter((resource) => conditions.every((holds) => holds(resource)))
    .toSorted((a, b) => {
      for (const { path, descending } of sorts) {
        const order = orderOf(read(a, path), read(b, path))
        if (order !== 0) return descending ? -order : order
      }
      return 0
    })
  const isAfter = (resource: JsonObject) => {
    const value = valueOf(resource)
    const order = orderOf(value, typeof value === 'number' ? Number(start) : start)
    return first.descending ? order < 0 : order > 0
  }
  const rest = start === undefined ? sorted : sorted.filter(isAfter)
  let end = Math.min(limit, rest.length)
  while (end > 0 && end < rest.length && valueOf(rest[end]) === valueOf(rest[end - 1])) end += 1
  const next = end > 0 && end < rest.length ? (valueOf(rest[end - 1]) ?? null) : null
  return { results: rest.slice(0, end), next }
}
