import type { JsonObject } from '../content/types'
import { asObject, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest, registryError } from './errors'
import { findAny } from './find-resource'
import type { TenantKind } from './kinds'
import { allReferences, inlineRoots, walkFields } from './walk-inline'

const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object'])
const fieldName = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/

/** Checks what a resource defines itself: references, types, the namespace of custom fields and their names. */
export function checkFields(world: World, scope: Scope, kind: TenantKind, resource: JsonObject, adhocNames?: string[]): void {
  checkReferences(world, scope, resource)
  const definitions = Object.values(asObject(resource['definitions'])).filter(isObject)
  for (const root of [resource, ...definitions]) walkFields(root, checkType)
  if (kind === 'datatypes') return
  const names = adhocNames ?? [`_${world.installation.tenantId}`]
  for (const root of inlineRoots(resource)) checkNamespace(world, root, names)
}

function checkReferences(world: World, scope: Scope, resource: JsonObject): void {
  const local = asObject(resource['definitions'])
  for (const reference of allReferences(resource)) {
    const [id = '', pointer = ''] = reference.split('#')
    const isKnown = id === '' ? isObject(local[pointer.replace('/definitions/', '')]) : findAny(world, scope, id) !== undefined
    if (!isKnown) throw badRequest(`The reference ${reference} leads to no resource of this sandbox.`)
  }
}

function checkType(field: JsonObject, _name: string | undefined, path: string): void {
  const { type } = field
  const at = path === '' ? 'The resource' : `The field ${path}`
  if (type === undefined) {
    const hasShape = ['$ref', 'allOf', 'properties', 'enum', 'anyOf', 'oneOf'].some((key) => field[key] !== undefined)
    if (!hasShape && path !== '') throw badRequest(`${at} has neither a type nor a reference.`)
    return
  }
  if (typeof type !== 'string' || !types.has(type)) throw badRequest(`${at} has the type ${JSON.stringify(type)}, which XDM does not know.`)
  if (type === 'array' && !isObject(field['items'])) throw badRequest(`${at} is a list without a description of its items.`)
}

function checkNamespace(world: World, root: JsonObject, names: string[]): void {
  for (const [name, field] of Object.entries(asObject(root['properties']))) {
    if (!names.includes(name))
      throw registryError(world, 'XDM-1021-400', `The field ${name} must stand under ${names[0] ?? ''}, where custom fields are.`)
    if (isObject(field)) walkFields(field, checkName)
  }
}

function checkName(_field: JsonObject, name: string | undefined): void {
  if (name !== undefined && !fieldName.test(name))
    throw badRequest(`The field name ${name} may hold letters, digits, - and _ only, and must not begin with _.`)
}
