import type { JsonObject } from '../content/types'
import { asArray, asText, asTexts, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest } from './errors'
import { findAny } from './find-resource'
import type { TenantKind } from './kinds'
import { referencesOf } from './walk-inline'

export const adhocBehavior = 'https://ns.adobe.com/xdm/data/adhoc'

/** What a schema or class is made of, as far as it follows from its `allOf`. */
export type Parts = { classId?: string; extends: string[]; isAdhoc: boolean; datasetNamespace?: string }

/** Checks how a resource is put together from others. */
export function readParts(world: World, scope: Scope, kind: TenantKind, resource: JsonObject): Parts {
  const references = [...new Set(referencesOf(resource))].filter((reference) => !reference.startsWith('#'))
  const parts = references.map((id) => findAny(world, scope, id)).filter((part) => part !== undefined)
  const inherited = [...new Set(parts.flatMap((part) => [asText(part['$id']), ...asTexts(part['meta:extends'])]))]
  if (kind === 'classes') return readClass(parts, inherited)
  if (kind === 'schemas') return readSchema(world, resource, parts, inherited)
  return { extends: inherited, isAdhoc: false }
}

function readClass(parts: JsonObject[], inherited: string[]): Parts {
  const behaviors = parts.filter((part) => part['meta:resourceType'] === 'behaviors')
  if (behaviors.length !== 1 || behaviors.length !== parts.length)
    throw badRequest('A class refers to exactly one behavior: record, time-series or ad-hoc.')
  return { extends: inherited, isAdhoc: inherited.includes(adhocBehavior) }
}

function readSchema(world: World, resource: JsonObject, parts: JsonObject[], inherited: string[]): Parts {
  if (asArray(resource['allOf']).some((part) => !isObject(part) || typeof part['$ref'] !== 'string') || isObject(resource['properties']))
    throw badRequest('A schema consists of references to a class and to field groups; fields of its own belong in a field group.')
  const classes = parts.filter((part) => part['meta:resourceType'] === 'classes')
  const [theClass] = classes
  if (theClass === undefined || classes.length !== 1) throw badRequest(`A schema refers to exactly one class; this one refers to ${classes.length}.`)
  const classId = asText(theClass['$id'])
  const given = resource['meta:class']
  if (given !== undefined && given !== classId) throw badRequest(`meta:class says ${String(given)}, but the schema refers to ${classId}.`)
  const lineage = [classId, ...asTexts(theClass['meta:extends'])]
  for (const part of parts.filter((one) => one !== theClass)) checkGroup(world, part, lineage)
  const namespace = theClass['meta:datasetNamespace']
  const isAdhoc = lineage.includes(adhocBehavior)
  return { classId, extends: inherited, isAdhoc, ...(typeof namespace === 'string' && { datasetNamespace: namespace }) }
}

/** A field group names the classes it is made for; one that names none fits any. */
function checkGroup(world: World, group: JsonObject, lineage: string[]): void {
  const id = asText(group['$id'])
  if (group['meta:resourceType'] !== 'mixins') throw badRequest(`${id} is no field group; a schema refers to a class and to field groups only.`)
  const intended = asTexts(group['meta:intendedToExtend'])
  const fits = intended.length === 0 || intended.some((classId) => lineage.includes(classId))
  if (!fits && world.switches.incompatibleFieldGroup === 'refuse')
    throw badRequest(`The field group ${asText(group['title'])} is not made for the class ${lineage[0] ?? ''}; it extends ${intended.join(', ')}.`)
}
