import type { XdmType } from './field'
import type { ResolvedNode } from './resolved-schema'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `meta:xdmType` as the registry generates it, in the words of `XdmType`. */
const named: Readonly<Record<string, XdmType>> = {
  string: 'string', number: 'number', double: 'number', int: 'integer', integer: 'integer', long: 'long',
  short: 'short', byte: 'byte', boolean: 'boolean', date: 'date', 'date-time': 'date-time', object: 'object',
  array: 'array', map: 'map',
}

/** The smallest whole-number type that holds the range, as the registry chooses it (field constraints guide). */
function wholeNumberType({ minimum, maximum }: ResolvedNode): XdmType {
  const widest = Math.max(Math.abs(minimum ?? 0), Math.abs(maximum ?? 0))
  if (widest === 0) return 'integer'
  if (widest <= 128) return 'byte'
  if (widest <= 32_768) return 'short'
  return widest <= 2_147_483_648 ? 'integer' : 'long'
}

/**
 * The XDM type of a resolved node: what `meta:xdmType` says, else what the JSON Schema keywords come to. `meta:xdmType`
 * is not trusted where it says `object` of what is plainly a map, or `string` of what carries a date format.
 */
export function readXdmType(node: ResolvedNode): XdmType {
  const said = node['meta:xdmType'] === undefined ? undefined : named[node['meta:xdmType']]
  const json = Array.isArray(node.type) ? node.type.find((type) => type !== 'null') : node.type
  const isMap = isObject(node.additionalProperties) && node.properties === undefined
  if (said === 'map' || (isMap && (json === 'object' || json === undefined))) return 'map'
  if (said && said !== 'string') return said
  if (json === 'string' || said === 'string') {
    return node.format === 'date' || node.format === 'date-time' ? node.format : 'string'
  }
  if (json === 'integer') return wholeNumberType(node)
  if (json === 'number' || json === 'boolean' || json === 'array' || json === 'object') return json
  if (node.properties !== undefined || node.allOf !== undefined) return 'object'
  if (node.items !== undefined) return 'array'
  // A `$ref` nobody resolved, or an empty schema: something with an inside that cannot be seen.
  return node.enum !== undefined ? 'string' : 'object'
}
