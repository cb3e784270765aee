import type { Json, JsonObject, RegistryDefinition } from '../types'
import { altIdOf, globalLibraryVersion, xdmId } from './identifiers'
import { annotateXdmTypes, isJsonObject } from './xdm-type'

/** A field without title; its name gives it one. */
export type Field = JsonObject
export type Fields = { [name: string]: Field }

const field = (facts: JsonObject, description: string | undefined, extra: JsonObject): Field => ({
  ...facts,
  ...(description === undefined ? {} : { description }),
  ...extra,
})

export const text = (description?: string, extra: JsonObject = {}): Field => field({ type: 'string' }, description, extra)
export const decimal = (description?: string, extra: JsonObject = {}): Field => field({ type: 'number' }, description, extra)
export const whole = (description?: string, extra: JsonObject = {}): Field => field({ type: 'integer' }, description, extra)
export const flag = (description?: string, extra: JsonObject = {}): Field => field({ type: 'boolean' }, description, extra)
export const dateTime = (description?: string): Field => text(description, { format: 'date-time' })
export const date = (description?: string): Field => text(description, { format: 'date' })
export const link = (description?: string): Field => text(description, { format: 'uri' })
export const identifier = (description?: string): Field => text(description, { format: 'uri-reference' })
export const currencyCode = (): Field => text('Three capital letters of ISO 4217.', { pattern: '^[A-Z]{3}$' })

/** A string whose values are a rule (`enum`), with labels beside them. */
export const choice = (values: string[], description?: string, extra: JsonObject = {}): Field =>
  text(description, { enum: values, 'meta:enum': labelsOf(values), ...extra })

/** A string whose values are only suggested (`meta:enum`): anything else passes too. */
export const suggestion = (values: string[], description?: string, extra: JsonObject = {}): Field =>
  text(description, { 'meta:enum': labelsOf(values), ...extra })

export const object = (properties: Fields, description?: string, required?: string[]): Field =>
  field({ type: 'object', properties: complete(properties, 'xdm') }, description, required ? { required } : {})

export const list = (items: Field, description?: string): Field => field({ type: 'array', items }, description, {})

export const mapOf = (values: Field, description?: string): Field =>
  field({ type: 'object', 'meta:xdmType': 'map', additionalProperties: values }, description, {})

/** A field whose shape is another definition's, named by its path under the XDM namespace. */
export const refer = (path: string, description?: string): Field => field({ $ref: xdmId(path) }, description, {})

/** Fields of another vocabulary than `xdm`; the registry nests them under `_` and the prefix. */
export const foreign = (prefix: string, properties: Fields): Fields => ({
  [`_${prefix}`]: { type: 'object', properties: complete(properties, prefix) },
})

function labelsOf(values: string[]): JsonObject {
  return Object.fromEntries(values.map((value) => [value, titleOf(value)]))
}

/** `purchaseOrderNumber` → `Purchase order number`; runs of capitals (`SKU`, `ID`) stay as they are. */
export function titleOf(name: string): string {
  const words = name
    .replace(/^_/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
  const sentence = words.join(' ').replace(/\bid\b/g, 'ID')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function complete(properties: Fields, prefix: string): JsonObject {
  const named = Object.entries(properties).map(([name, facts]): [string, Json] => {
    if (isJsonObject(facts['properties']) && name.startsWith('_')) return [name, facts]
    const origin = name === '_id' ? '@id' : `${prefix}:${name}`
    return [name, { title: titleOf(name), ...facts, 'meta:xdmField': origin }]
  })
  return Object.fromEntries(named)
}

type Kind = RegistryDefinition['meta:resourceType']

export type DefinitionFacts = {
  /** Path under the XDM namespace, or a whole `$id` for the few that live elsewhere. */
  path: string
  title: string
  description: string
  fields: Fields
  /** Names that a record must have wherever the definition is used. */
  required?: string[]
  /** Definitions merged in, before its own fields. */
  includes?: string[]
  extends?: string[]
  intendedToExtend?: string[]
  isAbstract?: boolean
}

function define(kind: Kind, facts: DefinitionFacts): RegistryDefinition {
  const id = xdmId(facts.path)
  const key = facts.path.slice(facts.path.lastIndexOf('/') + 1)
  const own = { type: 'object', properties: complete(facts.fields, 'xdm') }
  const parts = [...(facts.includes ?? []).map(xdmId), `#/definitions/${key}`]
  const definition = annotateXdmTypes({
    $id: id,
    'meta:altId': altIdOf(id),
    'meta:resourceType': kind,
    version: globalLibraryVersion,
    title: facts.title,
    type: 'object',
    description: facts.description,
    definitions: { [key]: own },
    allOf: parts.map((part) => ({ $ref: part, type: 'object' })),
    'meta:extensible': true,
    'meta:abstract': facts.isAbstract ?? kind !== 'datatypes',
    'meta:containerId': 'global',
  })
  if (facts.required !== undefined) definition['required'] = facts.required
  if (facts.extends !== undefined) definition['meta:extends'] = facts.extends.map(xdmId)
  if (facts.intendedToExtend !== undefined) definition['meta:intendedToExtend'] = facts.intendedToExtend.map(xdmId)
  return { ...definition, $id: id, title: facts.title, 'meta:resourceType': kind }
}

export const behavior = (facts: DefinitionFacts): RegistryDefinition => define('behaviors', facts)
export const dataType = (facts: DefinitionFacts): RegistryDefinition => define('datatypes', facts)

/** A class includes what it extends. */
export const xdmClass = (facts: DefinitionFacts & { extends: string[] }): RegistryDefinition =>
  define('classes', { includes: facts.extends, ...facts })

/** A field group names the classes it is made for; none means any class. */
export const fieldGroup = (facts: DefinitionFacts & { intendedToExtend: string[] }): RegistryDefinition =>
  define('mixins', facts)
