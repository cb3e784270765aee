import type { JsonObject } from '../content/types'
import { altIdOf } from '../content/xdm/identifiers'
import { asArray, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { findAny } from './find-resource'
import { expandResource } from './lookup'

/** One union for each class that has schemas in Profile, as the registry makes them up from those schemas. */
export function listUnions(world: World, scope: Scope): JsonObject[] {
  const members = world.store.list(scope, 'schemas').filter((schema) => asArray(schema['meta:immutableTags']).includes('union'))
  const classIds = [...new Set(members.map((schema) => asText(schema['meta:class'])))]
  return classIds.map((classId) => makeUnion(world, scope, classId, members.filter((schema) => schema['meta:class'] === classId)))
}

function makeUnion(world: World, scope: Scope, classId: string, members: JsonObject[]): JsonObject {
  const id = `${classId}__union`
  const title = asText(findAny(world, scope, classId)?.['title'])
  return {
    $id: id,
    'meta:altId': altIdOf(id),
    'meta:resourceType': 'unions',
    version: '1.0',
    title: `Union of ${title}`,
    description: `All fields of the schemas of the class ${title} that are enabled for Profile.`,
    type: 'object',
    allOf: members.map((schema) => ({ $ref: asText(schema['$id']) })),
    'meta:extends': [classId],
    'meta:class': classId,
    'meta:containerId': 'tenant',
    imsOrg: world.installation.orgId,
  }
}

export function findUnion(world: World, scope: Scope, id: string): JsonObject | undefined {
  return listUnions(world, scope).find((union) => union['$id'] === id || union['meta:altId'] === id)
}

export const expandUnion = (world: World, scope: Scope, union: JsonObject): JsonObject => expandResource(world, scope, union)
