import type { Json, JsonObject } from '../content/types'
import type { RowError } from './types'
import { isJsonObject } from './read-source'
import { childOf, itemsOf, typeOf } from './schema-node'

/**
 * Codes of refused rows. Batch ingestion documents the missing field and the corrupt row alone; the
 * two DCVS codes are those that streaming validation gives for the same faults.
 */
const codes = {
  requiredMissing: 'INGEST-1555-400',
  outOfRange: 'INGEST-1401-400',
  wrongType: 'DCVS-1104-400',
  notInEnum: 'DCVS-1106-400',
} as const

/**
 * What batch ingestion holds against a mapped row: type, enum, range and required fields, the last
 * also within objects that are there. Pattern and format are for streaming and are not looked at.
 */
export function validateRow(data: JsonObject, schema: JsonObject): RowError[] {
  const errors: RowError[] = []
  check(data, schema, '', errors)
  return errors
}

function check(value: Json, node: JsonObject, path: string, errors: RowError[]): void {
  if (!hasType(value, typeOf(node))) {
    errors.push({ code: codes.wrongType, message: `${path} should be of type ${String(typeOf(node))}.` })
    return
  }
  if (isJsonObject(value)) checkObject(value, node, path, errors)
  else if (Array.isArray(value)) {
    const items = itemsOf(node)
    if (items !== undefined) value.forEach((element, index) => check(element, items, `${path}[${index}]`, errors))
  } else checkScalar(value, node, path, errors)
}

function checkObject(value: JsonObject, node: JsonObject, path: string, errors: RowError[]): void {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  for (const name of Array.isArray(node['required']) ? node['required'] : []) {
    if (typeof name !== 'string' || (Object.hasOwn(value, name) && value[name] !== null)) continue
    if (hasStandIn(childOf(node, name))) continue
    errors.push({ code: codes.requiredMissing, message: `The required field ${at(name)} is missing or null.` })
  }
  for (const [name, inner] of Object.entries(value)) {
    const child = childOf(node, name)
    if (child !== undefined) check(inner, child, at(name), errors)
  }
}

/** A required enum or truth value may be absent if its schema has a default. */
function hasStandIn(node: JsonObject | undefined): boolean {
  return node !== undefined && node['default'] !== undefined && (node['enum'] !== undefined || typeOf(node) === 'boolean')
}

function checkScalar(value: Json, node: JsonObject, path: string, errors: RowError[]): void {
  const options = node['enum']
  if (Array.isArray(options) && !options.includes(value)) {
    errors.push({ code: codes.notInEnum, message: `${path} is ${JSON.stringify(value)}, which its enum does not have.` })
  }
  if (typeof value !== 'number') return
  const { minimum, maximum } = boundsOf(node)
  if (value < minimum || value > maximum) {
    errors.push({ code: codes.outOfRange, message: `${path} is ${value}, outside ${minimum} to ${maximum}.` })
  }
}

/** Limits that the schema states, or else those of the XDM integer type (32 bits unless it says otherwise). */
function boundsOf(node: JsonObject): { minimum: number; maximum: number } {
  const isPlainInteger = typeOf(node) === 'integer' && node['minimum'] === undefined && node['maximum'] === undefined
  const isInt = isPlainInteger && (node['meta:xdmType'] === undefined || node['meta:xdmType'] === 'int')
  const limit = isInt ? 2_147_483_648 : Infinity
  return {
    minimum: typeof node['minimum'] === 'number' ? node['minimum'] : -limit,
    maximum: typeof node['maximum'] === 'number' ? node['maximum'] : limit,
  }
}

function hasType(value: Json, type: string | undefined): boolean {
  switch (type) {
    case undefined:
      return true
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
