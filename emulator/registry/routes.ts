import { Hono } from 'hono'

import { guardGateway } from '../gateway'
import { sendJson, type AppEnv } from '../http'
import type { World } from '../world'
import { readListAccept, readLookupAccept } from './accept'
import { mountDescriptors } from './descriptor-routes'
import { registryError } from './errors'
import { readListQuery, takePage } from './list-query'
import { mountResources } from './resource-routes'
import { describeRegistry } from './stats'
import { expandUnion, findUnion, listUnions } from './unions'
import { viewId } from './views'

/** The Schema Registry under Adobe's own path. */
export function mountRegistry(app: Hono<AppEnv>, world: World): void {
  const registry = new Hono<AppEnv>()
  registry.use('*', guardGateway(world, { sandbox: true }))
  registry.get('/stats', (c) => sendJson(describeRegistry(world, c.get('caller').scope)))
  mountDescriptors(registry, world)
  mountUnions(registry, world)
  mountResources(registry, world)
  app.route('/data/foundation/schemaregistry', registry)
}

function mountUnions(registry: Hono<AppEnv>, world: World): void {
  registry.get('/tenant/unions', (c) => {
    const form = readListAccept(world, c.req.header('accept'))
    const query = readListQuery(new URL(c.req.url).searchParams)
    const page = takePage(listUnions(world, c.get('caller').scope), query)
    const results = form === 'id' ? page.results.map(viewId) : page.results
    return sendJson({ results, _page: { orderby: query.orderby, next: page.next, count: results.length }, _links: { next: null } })
  })
  registry.get('/tenant/unions/:id', (c) => {
    const view = readLookupAccept(world, c.req.header('accept'))
    const { scope } = c.get('caller')
    const union = findUnion(world, scope, c.req.param('id'))
    if (union === undefined) throw registryError(world, 'XDM-1015-404', `There is no union ${c.req.param('id')}.`)
    return sendJson(view.resolved ? expandUnion(world, scope, union) : union)
  })
}
