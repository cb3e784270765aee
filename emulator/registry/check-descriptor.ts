import { z } from 'zod'

import type { JsonObject } from '../content/types'
import { asObject, asText, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest } from './errors'
import { expandSchema } from './lookup'
import { descriptorsOf } from './views'

const sourceProperty = z.string().regex(/^\/.*[^/]$/, 'starts with / and does not end with one')
const basis = {
  'xdm:sourceSchema': z.string().min(1),
  'xdm:sourceVersion': z.union([z.literal(1), z.literal('1')]),
}

const identity = z.looseObject({
  ...basis,
  'xdm:sourceProperty': sourceProperty,
  'xdm:namespace': z.union([z.string().min(1), z.int()]),
  'xdm:property': z.enum(['xdm:code', 'xdm:id']),
  'xdm:isPrimary': z.boolean().optional(),
})

const anyDescriptor = z.looseObject({ ...basis, 'xdm:sourceProperty': z.union([sourceProperty, z.array(sourceProperty)]).optional() })

const types: Record<string, z.ZodType> = {
  'xdm:descriptorIdentity': identity,
  'xdm:alternateDisplayInfo': anyDescriptor,
  'xdm:descriptorOneToOne': anyDescriptor,
  'xdm:descriptorReferenceIdentity': anyDescriptor,
  'xdm:descriptorRelationship': anyDescriptor,
  'xdm:descriptorDeprecated': anyDescriptor,
}

/** Checks a descriptor's form, that its schema and field exist, and that a schema has one primary identity at most. */
export function checkDescriptor(world: World, scope: Scope, body: JsonObject, ownId?: string): void {
  const type = asText(body['@type'])
  const form = types[type]
  if (form === undefined) throw badRequest(`@type is one of ${Object.keys(types).join(', ')}.`)
  const parsed = form.safeParse(body)
  if (!parsed.success) throw badRequest(`The descriptor is not valid: ${z.prettifyError(parsed.error)}`)
  const schemaId = asText(body['xdm:sourceSchema'])
  const schema = expandSchema(world, scope, schemaId)
  if (schema === undefined) throw badRequest(`The schema ${schemaId} does not exist in this sandbox.`)
  const paths = [body['xdm:sourceProperty']].flat().filter((path) => typeof path === 'string')
  const fields = paths.map((path) => findField(schema, path))
  if (type !== 'xdm:descriptorIdentity') return
  if (fields.some((field) => field['type'] !== 'string')) throw badRequest('An identity is a field of type string.')
  const primary = descriptorsOf(world, scope, schemaId).find((one) => one['xdm:isPrimary'] === true && one['@id'] !== ownId)
  if (body['xdm:isPrimary'] === true && primary !== undefined)
    throw badRequest(`The schema has a primary identity already: ${asText(primary['xdm:sourceProperty'])}.`)
}

/** `/a/b/c` through objects and the elements of lists. */
function findField(schema: JsonObject, path: string): JsonObject {
  let node = schema
  for (const step of path.slice(1).split('/')) {
    const holder = isObject(node['items']) ? node['items'] : node
    const next = asObject(holder['properties'])[step] ?? holder['additionalProperties']
    if (!isObject(next)) throw badRequest(`The schema has no field ${path}.`)
    node = next
  }
  return node
}
