import type { JsonObject } from '../content/types'
import { asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { findAny } from './find-resource'
import { listUnions } from './unions'
import { viewId } from './views'

const kinds = ['schemas', 'mixins', 'datatypes', 'classes'] as const
const mostShown = 10

/** `GET /stats`. `classUsage` is a list, as Adobe's OpenAPI file has it; a page of the documentation shows an object. */
export function describeRegistry(world: World, scope: Scope): JsonObject {
  const all = kinds.flatMap((kind) => world.store.list(scope, kind))
  const counts = Object.fromEntries(kinds.map((kind) => [kind, world.store.list(scope, kind).length]))
  const newestBy = (key: string) => all.toSorted((a, b) => timeOf(b, key) - timeOf(a, key)).slice(0, mostShown).map(viewId)
  return {
    imsOrg: world.installation.orgId,
    tenantId: world.installation.tenantId,
    counts: { ...counts, unions: listUnions(world, scope).length },
    recentlyCreatedResources: newestBy('repo:createdDate'),
    recentlyUpdatedResources: newestBy('repo:lastModifiedDate'),
    classUsage: usage(world, scope),
  }
}

const timeOf = (resource: JsonObject, key: string) => Number(asObject(resource['meta:registryMetadata'])[key] ?? 0)

function usage(world: World, scope: Scope): JsonObject[] {
  const schemas = world.store.list(scope, 'schemas')
  const classIds = [...new Set(schemas.map((schema) => asText(schema['meta:class'])))]
  return classIds.map((classId) => {
    const users = schemas.filter((schema) => schema['meta:class'] === classId)
    const title = asText(findAny(world, scope, classId)?.['title'])
    const named = users.map((schema) => ({ $id: asText(schema['$id']), title: asText(schema['title']) }))
    return { $id: classId, title, numberOfSchemas: users.length, schemas: named }
  })
}
