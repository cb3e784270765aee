import type { Hono } from 'hono'

import type { Json, JsonObject } from '../content/types'
import { readJson, requireObject, sendEmpty, sendJson, type AppContext, type AppEnv } from '../http'
import type { World } from '../world'
import { readListAccept, readLookupAccept } from './accept'
import { badRequest } from './errors'
import { findResource, listResources } from './find-resource'
import { kindOfSegment, notFound, type Container, type RegistryKind, type TenantKind } from './kinds'
import { readListQuery, takePage } from './list-query'
import { viewId, viewResource } from './views'
import { createResource, deleteResource, patchResource, replaceResource } from './write-resource'

const tenantKinds = '/tenant/:kind{(?:classes|fieldgroups|mixins|datatypes|schemas)}'
const anyKind = '/:container{(?:global|tenant)}/:kind{(?:behaviors|classes|fieldgroups|mixins|datatypes|schemas)}'

/** Behaviors, classes, field groups, data types and schemas of both containers. */
export function mountResources(registry: Hono<AppEnv>, world: World): void {
  registry.get(anyKind, (c) => {
    const { container, kind } = addressOf(c)
    const form = readListAccept(world, c.req.header('accept'))
    const { scope } = c.get('caller')
    const query = readListQuery(new URL(c.req.url).searchParams)
    const page = takePage(listResources(world, scope, container, kind), query)
    const results = form === 'id' ? page.results.map(viewId) : page.results
    return sendJson(listAnswer(world, c, results, page.next, query.orderby))
  })

  registry.get(`${anyKind}/:id`, (c) => {
    const { kind } = addressOf(c)
    const view = readLookupAccept(world, c.req.header('accept'))
    const { scope } = c.get('caller')
    return sendJson(viewResource(world, scope, find(world, c, kind), view))
  })

  registry.post(tenantKinds, async (c) => {
    const body = requireObject(await readBody(c), badRequest)
    return sendJson(createResource({ world, caller: c.get('caller'), kind: tenantKind(c), body }), 201)
  })

  registry.put(`${tenantKinds}/:id`, async (c) => {
    const previous = find(world, c, tenantKind(c))
    const body = requireObject(await readBody(c), badRequest)
    return sendJson(replaceResource({ world, caller: c.get('caller'), kind: tenantKind(c), body, previous }))
  })

  registry.patch(`${tenantKinds}/:id`, async (c) => {
    const previous = find(world, c, tenantKind(c))
    const patch = await readBody(c)
    return sendJson(patchResource({ world, caller: c.get('caller'), kind: tenantKind(c), patch, previous }))
  })

  registry.delete(`${tenantKinds}/:id`, (c) => {
    deleteResource(world, c.get('caller').scope, tenantKind(c), find(world, c, tenantKind(c)))
    return sendEmpty()
  })
}

const readBody = (c: AppContext): Promise<Json> => readJson(c, badRequest)

function addressOf(c: AppContext): { container: Container; kind: RegistryKind } {
  const kind = kindOfSegment[c.req.param('kind') ?? '']
  if (kind === undefined) throw badRequest('The registry has no such kind of resource.')
  return { container: c.req.param('container') === 'global' ? 'global' : 'tenant', kind }
}

function tenantKind(c: AppContext): TenantKind {
  const { kind } = addressOf(c)
  if (kind === 'behaviors') throw badRequest('Behaviors are not a tenant’s to make.')
  return kind
}

function find(world: World, c: AppContext, kind: RegistryKind): JsonObject {
  const id = c.req.param('id') ?? ''
  const found = findResource(world, c.get('caller').scope, addressOf(c).container, kind, id)
  if (found === undefined) throw notFound(world, kind, id)
  return found
}

/** Tenant lists name the global list of the same kind. */
function listAnswer(world: World, c: AppContext, results: JsonObject[], next: Json, orderby: string): JsonObject {
  const base = `${world.origin}/data/foundation/schemaregistry`
  const { container } = addressOf(c)
  const segment = c.req.param('kind') ?? ''
  const global = { global_schemas: { href: `${base}/global/${segment}` } }
  const cursor = new URLSearchParams({ orderby, start: String(next) })
  const link = next === null ? null : `${base}/${container}/${segment}?${cursor.toString()}`
  return { results, _page: { orderby, next, count: results.length }, _links: { next: link, ...(container === 'tenant' && global) } }
}
