import type { Hono } from 'hono'

import { sendJson, type AppEnv } from '../http'
import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import type { World } from '../world'
import { badRequest, notFound } from './errors'
import { project, readCatalogQuery, takePage } from './list-query'

const simpleFields = ['status', 'version', 'createdClient', 'createdUser', 'updatedUser', 'externalId']

/** Bounds of time, exclusive, in epoch milliseconds: name of the parameter → field and direction. */
const bounds = {
  createdAfter: ['created', 1],
  createdBefore: ['created', -1],
  startAfter: ['started', 1],
  startBefore: ['started', -1],
  endAfter: ['completed', 1],
  endBefore: ['completed', -1],
} as const

/** Batches, as the runs of flows left them; nothing here makes one. */
export function mountBatches(catalog: Hono<AppEnv>, world: World): void {
  catalog.get('/batches', (c) => {
    const params = new URL(c.req.url).searchParams
    const query = readCatalogQuery(params, simpleFields)
    const conditions = [...query.conditions, ...readBounds(params), ...readOwners(params)]
    const newestFirst = world.store.list(c.get('caller').scope, 'batches').toReversed()
    return sendJson(takePage(newestFirst, { ...query, conditions }))
  })

  catalog.get('/batches/:id', (c) => {
    const id = c.req.param('id')
    const batch = world.store.get(c.get('caller').scope, 'batches', id)
    if (batch === undefined) throw notFound(`The batch ${id} does not exist in this sandbox.`)
    return sendJson({ [id]: project(batch, []) })
  })
}

function readBounds(params: URLSearchParams): ((batch: JsonObject) => boolean)[] {
  return Object.entries(bounds).flatMap(([name, [field, direction]]) => {
    const text = params.get(name)
    if (text === null) return []
    if (!/^\d+$/.test(text)) throw badRequest(`${name} is a time in epoch milliseconds.`)
    return [(batch: JsonObject) => (Number(batch[field] ?? 0) - Number(text)) * direction > 0]
  })
}

function readOwners(params: URLSearchParams): ((batch: JsonObject) => boolean)[] {
  const [dataset, id] = [params.get('dataSet'), params.get('batch')]
  return [
    ...(dataset === null ? [] : [(batch: JsonObject) => asArray(batch['relatedObjects']).some((one) => asText(asObject(one)['id']) === dataset)]),
    ...(id === null ? [] : [(batch: JsonObject) => batch['id'] === id]),
  ]
}
