import type { SourceColumn } from '@/lib/flows/flow-definition'

type Row = Record<string, unknown>
type Schema = Record<string, unknown>

/** A hierarchy's first level as columns, and where its types were taken from the rows because explore did not know them. */
export type Hierarchy = { columns: SourceColumn[]; refined: string[] }

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON Schema may name several types; the first that is not `null` counts. */
const typeOf = ({ type }: Schema): string | undefined => [type].flat().find((each): each is string => typeof each === 'string' && each !== 'null')

/**
 * A REST resource as columns (Flow Service explore, `format: hierarchical`): what was null in all that explore looked at
 * has no type there (`{}`), and takes that of the preview's values. Pure.
 */
export function hierarchyOf(schema: unknown, rows: readonly Row[]): Hierarchy {
  const refined: string[] = []
  const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {}
  const columns = Object.entries(properties).map(([name, child]): SourceColumn => {
    const xdm = refine(isObject(child) ? child : {}, rows.map((row) => row[name]), name, refined)
    const type = typeOf(xdm) ?? 'string'
    return { name, type, xdm: { ...xdm, type } }
  })
  return { columns, refined }
}

/**
 * Rows as the hierarchy has them. Adobe does not say whether a preview's rows are wrapped as the schema is (records
 * under `data`) or bare; bare ones are wrapped.
 */
export function wrapRows(schema: unknown, rows: readonly Row[]): Row[] {
  const names = isObject(schema) && isObject(schema['properties']) ? Object.keys(schema['properties']) : []
  const [only] = names
  if (names.length !== 1 || only === undefined) return [...rows]
  return rows.map((row) => (only in row ? row : { [only]: row }))
}

function refine(node: Schema, values: readonly unknown[], path: string, refined: string[]): Schema {
  const known = values.filter((value) => value !== null && value !== undefined)
  const type = typeOf(node)
  if (type === 'object' || isObject(node['properties'])) return refineObject(node, known.filter(isObject), path, refined)
  if (type === 'array') {
    const items = isObject(node['items']) ? node['items'] : {}
    return { ...node, type, items: refine(items, known.filter(Array.isArray).flat(), `${path}[*]`, refined) }
  }
  if (type !== undefined) return node
  if (known.length === 0) return {}
  refined.push(path)
  return inferred(known)
}

/** Fields that only the rows have are taken over too: an object that explore saw empty may not stay so. */
function refineObject(node: Schema, objects: readonly Schema[], path: string, refined: string[]): Schema {
  const described = isObject(node['properties']) ? node['properties'] : {}
  const names = new Set([...Object.keys(described), ...objects.flatMap((each) => Object.keys(each))])
  const properties = Object.fromEntries(
    [...names].map((name) => {
      const child = described[name]
      return [name, refine(isObject(child) ? child : {}, objects.map((each) => each[name]), `${path}.${name}`, refined)]
    }),
  )
  return { ...node, type: 'object', properties }
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/

function inferred(values: readonly unknown[]): Schema {
  if (values.some(Array.isArray)) return { type: 'array', items: refine({}, values.filter(Array.isArray).flat(), '', []) }
  if (values.some(isObject)) return refineObject({}, values.filter(isObject), '', [])
  if (values.every((value) => typeof value === 'boolean')) return { type: 'boolean' }
  if (values.every((value) => typeof value === 'number')) return { type: values.every(Number.isInteger) ? 'integer' : 'number' }
  if (values.every((value) => typeof value === 'string' && dateTime.test(value))) return { type: 'string', format: 'date-time' }
  return { type: 'string' }
}
