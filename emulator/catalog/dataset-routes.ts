import type { Hono } from 'hono'

import type { Json, JsonObject } from '../content/types'
import { placeholderError, readJson, requireObject, sendJson, type AppContext, type AppEnv } from '../http'
import { applyJsonPatch } from '../json-patch'
import { asText, isObject } from '../json'
import type { World } from '../world'
import { badRequest, notFound } from './errors'
import { project, readCatalogQuery, takePage } from './list-query'
import { findDataset } from './lookup'
import { changeDataset, createDataset, etagOf } from './write-dataset'

const simpleFields = ['name', 'description', 'version', 'created', 'updated', 'createdClient', 'createdUser', 'updatedUser']
const patchTypes = ['application/json', 'application/json-patch+json']

/** Datasets. Reads are keyed by id, changes answer a list of `@/dataSets/{id}`. */
export function mountDatasets(catalog: Hono<AppEnv>, world: World): void {
  const find = (c: AppContext): JsonObject => {
    const id = c.req.param('id') ?? ''
    const dataset = findDataset(world, c.get('caller').scope, id)
    if (dataset === undefined) throw notFound(`The dataset ${id} does not exist in this sandbox.`)
    return dataset
  }
  const pathOf = (dataset: JsonObject): Json => [`@/dataSets/${asText(dataset['id'])}`]

  catalog.get('/dataSets', (c) => {
    const query = readCatalogQuery(new URL(c.req.url).searchParams, simpleFields)
    return sendJson(takePage(world.store.list(c.get('caller').scope, 'dataSets'), query))
  })

  catalog.post('/dataSets', async (c) => {
    const body = requireObject(await readJson(c, badRequest), badRequest)
    const id = createDataset(world, c.get('caller'), body)
    return sendJson([`@/dataSets/${id}`], 201, { location: `${world.origin}/data/foundation/catalog/dataSets/${id}` })
  })

  catalog.get('/dataSets/:id', (c) => {
    const dataset = find(c)
    const properties = (c.req.query('properties') ?? '').split(',').filter((name) => name !== '')
    return sendJson({ [asText(dataset['id'])]: project(dataset, properties) }, 200, { 'e-tag': etagOf(dataset) })
  })

  catalog.put('/dataSets/:id', async (c) => {
    const dataset = find(c)
    checkMatch(c, dataset)
    changeDataset(world, c.get('caller'), dataset, requireObject(await readJson(c, badRequest), badRequest))
    return sendJson(pathOf(dataset))
  })

  catalog.patch('/dataSets/:id', async (c) => {
    const dataset = find(c)
    checkMatch(c, dataset)
    const body = await readJson(c, badRequest, patchTypes)
    changeDataset(world, c.get('caller'), dataset, patched(dataset, body, c.req.header('content-type') ?? ''))
    return sendJson(pathOf(dataset))
  })

  catalog.patch('/v2/dataSets/:id', async (c) => {
    const dataset = find(c)
    checkMatch(c, dataset)
    const body = requireObject(await readJson(c, badRequest), badRequest)
    changeDataset(world, c.get('caller'), dataset, mergeDeep(dataset, body))
    return sendJson(pathOf(dataset))
  })

  /** Deleting what is not there is answered like success, with an empty list. */
  catalog.delete('/dataSets/:id', (c) => {
    const id = c.req.param('id')
    const wasThere = world.store.remove(c.get('caller').scope, 'dataSets', id)
    return sendJson(wasThere ? [`@/dataSets/${id}`] : [])
  })
}

/** An object is merged in as `application/json`; a JSON Patch must say that it is one. */
function patched(dataset: JsonObject, body: Json, type: string): JsonObject {
  const isPatch = type.startsWith('application/json-patch+json')
  if (isObject(body) && !isPatch) return { ...dataset, ...body }
  if (!isPatch) throw badRequest('A JSON Patch is sent as application/json-patch+json.')
  const result = applyJsonPatch(dataset, body)
  if (!result.ok) throw badRequest(result.detail)
  return result.document
}

function mergeDeep(target: JsonObject, change: JsonObject): JsonObject {
  const merged: JsonObject = { ...target }
  for (const [name, value] of Object.entries(change)) {
    const known = Object.hasOwn(merged, name) ? merged[name] : undefined
    merged[name] = isObject(known) && isObject(value) ? mergeDeep(known, value) : value
  }
  return merged
}

function checkMatch(c: AppContext, dataset: JsonObject): void {
  const wanted = c.req.header('if-match')
  if (wanted !== undefined && wanted !== '*' && wanted !== etagOf(dataset))
    throw placeholderError(412, 'PreconditionFailedError', 'The dataset has changed since it was read.')
}
