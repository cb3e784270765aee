/**
 * XDM paths as Data Prep writes them: dotted names, arrays as `payments[0]` or `payments[*]`. The tree of fields writes
 * every item as `[*]` and the key of a map, which only the mapping knows, as `{key}`.
 */
export type PathSegment = {
  name: string
  /** One entry for each pair of brackets behind the name: a position, or `*` for every item. */
  indexes: readonly (number | '*')[]
}

/** The segment that stands for a map's key while nobody has named it. */
export const mapKeySegment = '{key}'

const segmentForm = /^((?:\\.|[^\\.[\]])+)((?:\[(?:\d+|\*)\])*)$/

/** Splits at dots that no backslash escapes. */
export function splitPath(path: string): string[] {
  if (!path.includes('\\')) return path.split('.')
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < path.length; at += 1) {
    if (path[at] === '\\') at += 1
    else if (path[at] === '.') {
      parts.push(path.slice(start, at))
      start = at + 1
    }
  }
  parts.push(path.slice(start))
  return parts
}

/** The segments of a path, or undefined where it is not one (empty names, brackets that do not close). */
export function parsePath(path: string): PathSegment[] | undefined {
  const segments: PathSegment[] = []
  for (const part of splitPath(path)) {
    const match = segmentForm.exec(part)
    if (!match) return undefined
    const [, name = '', brackets = ''] = match
    const indexes = [...brackets.matchAll(/\[(\d+|\*)\]/g)].map(([, inner]) => (inner === '*' ? '*' : Number(inner)))
    segments.push({ name, indexes })
  }
  return segments
}

/** The text of parsed segments; the inverse of `parsePath`. */
export const printPath = (segments: readonly PathSegment[]): string =>
  segments.map(({ name, indexes }) => name + indexes.map((index) => `[${index}]`).join('')).join('.')

/** `payments[0].x` → `payments[*].x`: the same field whichever item is meant. */
export const normalisePath = (path: string): string => path.replace(/\[\d+\]/g, '[*]')

/** How many `[*]` a path holds: the depth of lists it walks as a whole. */
export const wildcardDepth = (path: string): number => path.split('[*]').length - 1

/** Where the last name's dot stands; -1 where the path is one name. */
function lastDot(path: string): number {
  const [last = ''] = path.includes('\\') ? splitPath(path).slice(-1) : [path.slice(path.lastIndexOf('.') + 1)]
  return path.length - last.length - 1
}

/** The path of the field that holds this one, or undefined at the root. Brackets belong to the name before them. */
export function parentPath(path: string): string | undefined {
  let end = lastDot(path)
  if (end < 0) return undefined
  while (path.endsWith('[*]', end)) end -= 3
  return path.slice(0, end)
}

/** Every ancestor's path, nearest first. */
export function ancestorPaths(path: string): string[] {
  const found: string[] = []
  for (let at = parentPath(path); at !== undefined; at = parentPath(at)) found.push(at)
  return found
}
