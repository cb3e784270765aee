import { parsePath, type PathSegment } from '@/lib/xdm/xdm-path'

type Holder = Record<string, unknown>

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null && !Array.isArray(value)

const unescape = (name: string): string => name.replace(/\\(.)/g, '$1')

/** An object's own property, made where it is missing; nothing is ever written to what all objects inherit from. */
function own(holder: Holder, name: string, make: () => unknown): unknown {
  if (!Object.hasOwn(holder, name)) Object.defineProperty(holder, name, { value: make(), enumerable: true, configurable: true, writable: true })
  return holder[name]
}

function put(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true })
}

/** How far a path may make a list longer: `x[9]` in a sample is meant, `x[999999999]` is a slip. */
const longestList = 1000

function writeInto(holder: Holder, segments: readonly PathSegment[], value: unknown): void {
  const [segment, ...rest] = segments
  if (!segment) return
  const name = unescape(segment.name)
  const [index, ...deeper] = segment.indexes
  if (index === undefined) {
    if (rest.length === 0) return put(holder, name, isHolder(value) && isHolder(holder[name]) ? { ...value, ...(holder[name] as Holder) } : value)
    const inner = own(holder, name, () => ({}))
    if (isHolder(inner)) writeInto(inner, rest, value)
    return
  }
  const list = own(holder, name, () => [])
  if (!Array.isArray(list)) return
  const values: readonly (readonly [number, unknown])[] = index === '*'
    ? (Array.isArray(value) ? value : [value]).map((one, at) => [at, one] as const)
    : [[index, value] as const]
  for (const [at, one] of values) {
    if (at > longestList) continue
    if (rest.length === 0 && deeper.length === 0) {
      list[at] = one
      continue
    }
    if (!isHolder(list[at])) list[at] = {}
    // Lists of lists are walked one level a time under a name that nobody sees.
    if (deeper.length > 0) writeInto(list[at] as Holder, [{ name: 'items', indexes: deeper }, ...rest], one)
    else writeInto(list[at] as Holder, rest, one)
  }
}

/**
 * Writes a value where a destination path says, making objects and lists on the way as Adobe does (Data Prep, "mapping
 * set": destinations). A list written to `[*]` is spread over the items. A path that cannot be read writes nothing.
 */
export function writeRecord(record: Holder, destination: string, value: unknown): void {
  const segments = parsePath(destination)
  if (segments) writeInto(record, segments, value)
}
