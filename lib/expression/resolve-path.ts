import { isObject, readKey } from './values'

export type Found = { found: boolean; value: unknown }

const nothing: Found = { found: false, value: null }

/**
 * Looks a path up in a record. A step may itself hold dots: a column called `Full.Name` is found as one key, and
 * `listOperations\.listID`, which a connector's page writes for a path, is followed as a path when there is no such
 * key. A name written without backslash is a path first, and a flat column when the path leads nowhere.
 */
export function resolvePath(record: unknown, segments: readonly string[]): Found {
  const direct = follow(record, segments)
  if (direct.found || !isObject(record)) return direct
  const flat = segments.join('.')
  if (segments.length > 1 && Object.hasOwn(record, flat)) return { found: true, value: readKey(record, flat) }
  const split = segments.flatMap((segment) => segment.split('.'))
  return split.length > segments.length ? follow(record, split) : nothing
}

function follow(record: unknown, segments: readonly string[]): Found {
  let value: unknown = record
  for (const segment of segments) {
    if (!isObject(value) || !Object.hasOwn(value, segment)) return nothing
    value = readKey(value, segment)
  }
  return { found: true, value }
}

/** Reads `a.b[0].c`, the form in which `contains_key` takes a path, with `\.` for a dot of a name. */
export function resolvePathText(record: unknown, path: string): Found {
  const segments = path.match(/\[\d+\]|(?:\\.|[^.[\]\\])+/g) ?? []
  let found: Found = { found: path !== '', value: record }
  let names: string[] = []
  const descend = () => {
    if (names.length > 0) found = found.found ? resolvePath(found.value, names) : nothing
    names = []
  }
  for (const segment of segments) {
    const index = /^\[(\d+)\]$/.exec(segment)
    if (index === null) {
      names.push(segment.replace(/\\(.)/g, '$1'))
      continue
    }
    descend()
    const array = found.value
    const at = Number(index[1])
    found = Array.isArray(array) && at < array.length ? { found: true, value: array[at] ?? null } : nothing
  }
  descend()
  return found
}
