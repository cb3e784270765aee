import { Hono, type MiddlewareHandler } from 'hono'

import type { JsonObject } from '../content/types'
import { guardGateway, guardSources } from '../gateway'
import { sendJson, type AppEnv } from '../http'
import type { World } from '../world'
import { connectionResource } from './connections'
import { credentialsWork } from './credentials'
import { requireDocument } from './document'
import { flowError } from './errors'
import { runDue } from './executor'
import { exploreConnection } from './explore'
import { flowResource } from './flows'
import { answerList, readListQuery, type ListQuery } from './list-query'
import { mountResource, readSearch } from './resource-routes'
import { mountRuns } from './runs'
import { sourceConnectionResource } from './source-connections'
import { listConnectionSpecs, listFlowSpecs } from './specs'
import { targetConnectionResource } from './target-connections'

export const flowServicePath = '/data/foundation/flowservice'

/** Flow Service under its own path, behind the gateway and the sources permission. */
export function mountFlowService(app: Hono<AppEnv>, world: World): void {
  app.use(`${flowServicePath}/*`, guardGateway(world, { sandbox: true }), guardSources(world), keepUpToDate(world))
  const service = new Hono<AppEnv>({ strict: false })
  mountSpecs(service, world, 'connectionSpecs', () => listConnectionSpecs(world))
  mountSpecs(service, world, 'flowSpecs', () => listFlowSpecs(world))
  service.get('/connections/:id/test', (c) => sendJson({ result: credentialsWork(requireDocument(world, c, 'connections')) }))
  service.get('/connections/:id/explore', (c) => sendJson(exploreConnection(world, c, requireDocument(world, c, 'connections'))))
  service.get('/connectionSpecs/:id/explore', () => {
    throw flowError(world, '1372-400', 'This specification cannot be explored without a connection.')
  })
  for (const make of [connectionResource, sourceConnectionResource, targetConnectionResource, flowResource])
    mountResource(service, world, make(world))
  mountRuns(service, world)
  app.route(flowServicePath, service)
}

/**
 * With a clock that is moved by hand, what is due has happened before anybody is answered. With a running clock it
 * happens beside the answers, as Adobe's runs do.
 */
function keepUpToDate(world: World): MiddlewareHandler<AppEnv> {
  return async (_c, next) => {
    if (world.clock.mode === 'manual') await runDue(world)
    await next()
  }
}

const specFields = ['id', 'name', 'providerId', 'version', 'attributes', 'authSpec', 'sourceSpec', 'targetSpec', 'exploreSpec',
  'permissionsInfo', 'sourceConnectionSpecIds', 'targetConnectionSpecIds', 'transformationSpecs', 'scheduleSpec', 'optionSpec', 'runSpec']

function mountSpecs(service: Hono<AppEnv>, world: World, collection: 'connectionSpecs' | 'flowSpecs', list: () => JsonObject[]): void {
  const answer = (query: ListQuery) =>
    sendJson(answerList(world, list(), query, { path: `/${collection}`, fields: specFields, isPaged: false }))
  service.get(`/${collection}`, (c) => answer(readListQuery(world, c.req.url)))
  service.get(`/${collection}/:id`, (c) => {
    const found = list().find((spec) => spec['id'] === c.req.param('id'))
    if (found === undefined) throw flowError(world, '1101-404', `There is no ${collection.slice(0, -1)} with the id ${c.req.param('id')}.`)
    return sendJson({ items: [found] })
  })
  service.post(`/${collection}/search`, async (c) => answer(await readSearch(world, c)))
  for (const method of ['POST', 'PUT'] as const)
    service.on(method, [`/${collection}`, `/${collection}/:id`], () => {
      throw flowError(world, '1426-400', 'Specifications are written by providers alone.')
    })
}
