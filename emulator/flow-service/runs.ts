import type { Hono } from 'hono'

import { flowSpecs } from '../content/flow-specs/flow-specs'
import type { Json, JsonObject } from '../content/types'
import { sendJson, type AppEnv } from '../http'
import { makeUuid } from '../ids'
import { asArray, asObject, asText, isObject } from '../json'
import type { World } from '../world'
import { readBody } from './body'
import { deltaColumnOf } from './check-flow'
import { changeDocument, checkIfMatch, requireDocument } from './document'
import { flowError } from './errors'
import { openRun, planRun } from './executor'
import { answerList, readListQuery } from './list-query'
import { commonFields, readOperation, unknownOperation } from './resource-routes'
import type { Job } from './schedule-book'

const runFields = [...commonFields, 'flowId', 'flowSpec', 'providerRefId', 'metrics', 'activities']

/** Runs: listed and looked up, started by hand, triggered again. */
export function mountRuns(app: Hono<AppEnv>, world: World): void {
  app.get('/runs', (c) => {
    const docs = world.store.list(c.get('caller').scope, 'runs')
    return sendJson(answerList(world, docs, readListQuery(world, c.req.url), { path: '/runs', fields: runFields, isPaged: true }))
  })
  app.get('/runs/:id', (c) => sendJson({ items: [requireDocument(world, c, 'runs')] }))
  app.post('/runs', async (c) => {
    const caller = c.get('caller')
    const body = await readBody(world, c, ['flowId', 'params'])
    const flow = requireFlow(world, world.store.get(caller.scope, 'flows', asText(body['flowId'])), body['flowId'])
    const asked = readParams(world, flow, body['params'])
    const now = world.clock.now()
    const job = planRun(asText(flow['id']), Math.max(now, asked.startMs), {
      runId: makeUuid(), fromMs: asked.fromMs, toMs: asked.toMs, kind: 'one-time', deltaColumn: asked.deltaColumn,
    })
    const run = world.store.transaction(() => {
      if (deltaColumnOf(flow) === undefined) {
        const copy = { name: 'Copy', params: { deltaColumn: { name: asked.deltaColumn } } }
        const transformations = [copy, ...asArray(flow['transformations'])]
        world.store.put(caller.scope, 'flows', job.flowId, changeDocument(world, caller, flow, { transformations }))
      }
      return openRun(world, caller.scope, flow, job)
    })
    const created = { id: job.runId, etag: run['etag'] ?? null }
    return sendJson(world.switches.runCreatedBody === 'items' ? { items: [created] } : created, 201)
  })
  app.post('/runs/:id/action', (c) => {
    const { scope } = c.get('caller')
    const run = requireDocument(world, c, 'runs')
    checkIfMatch(world, c, run, false)
    const op = readOperation(world, c)
    if (op !== 're_trigger') throw unknownOperation(world, op)
    const flow = world.store.get(scope, 'flows', asText(run['flowId']))
    if (flow?.['state'] !== 'enabled') throw flowError(world, '1388-400', 'The flow is not enabled.')
    const status = statusOf(run)
    if (status !== 'failed' && status !== 'partialSuccess')
      throw flowError(world, '1387-400', `A run in the state ${status} cannot be triggered again.`)
    const job = planRun(asText(flow['id']), world.clock.now(), { runId: makeUuid(), ...windowOfRun(run), kind: 'one-time', ...columnOf(flow) })
    return sendJson(world.store.transaction(() => openRun(world, scope, flow, job)))
  })
  app.put('/runs/:id', () => {
    throw flowError(world, '1427-400', 'This token may not write runs.')
  })
}

const statusOf = (run: JsonObject) => asText(asObject(asObject(run['metrics'])['statusSummary'])['status'])

const columnOf = (flow: JsonObject) => {
  const deltaColumn = deltaColumnOf(flow)
  return deltaColumn === undefined ? {} : { deltaColumn }
}

/** The window of a run stands in its copy activity. */
function windowOfRun(run: JsonObject): Pick<Job, 'fromMs' | 'toMs'> {
  const copy = asArray(run['activities']).map(asObject).find((activity) => activity['id'] === 'copyActivity')
  const window = asObject(asObject(copy?.['durationSummary'])['extensions'])
  return { fromMs: Number(window['windowStart'] ?? 0), toMs: Number(window['windowEnd'] ?? 0) }
}

/** A flow of which a run may be asked for: there, enabled, scheduled once, of a kind that takes windows. */
function requireFlow(world: World, flow: JsonObject | undefined, id: Json | undefined): JsonObject {
  if (id === undefined || id === null || id === '') throw flowError(world, '1446-400', 'The flowId is missing or empty.')
  if (flow === undefined) throw flowError(world, '1430-400', 'There is no flow with this id.')
  const spec = flowSpecs.find((one) => one.id === asObject(flow['flowSpec'])['id'])
  if (spec?.['runSpec'] === undefined) throw flowError(world, '1385-400', 'This kind of source has no runs on demand.')
  if (asObject(flow['scheduleParams'])['frequency'] !== 'once')
    throw flowError(world, '1386-400', 'Runs on demand need a flow scheduled once.')
  if (flow['state'] !== 'enabled') throw flowError(world, '1388-400', 'The flow is not enabled.')
  return flow
}

type Asked = { startMs: number; fromMs: number; toMs: number; deltaColumn: string }

/** The window in epoch seconds, and the delta column: needed once, and then always the same. */
function readParams(world: World, flow: JsonObject, params: Json | undefined): Asked {
  if (!isObject(params) || Object.keys(params).length === 0) throw flowError(world, '1384-400', 'The parameters of the run are missing.')
  for (const key of Object.keys(params)) {
    if (!['startTime', 'windowStartTime', 'windowEndTime', 'deltaColumn'].includes(key))
      throw flowError(world, '1455-400', `The field params.${key} is not known here.`)
  }
  const seconds = (name: string) => requireSeconds(world, params, name)
  const asked = { startMs: seconds('startTime') * 1000, fromMs: seconds('windowStartTime') * 1000, toMs: seconds('windowEndTime') * 1000 }
  if (asked.toMs < asked.fromMs) throw flowError(world, '1381-400', 'The window ends before it starts.')
  const known = deltaColumnOf(flow)
  const given = asText(asObject(params['deltaColumn'])['name'])
  if (known === undefined && given === '') throw flowError(world, '1383-400', 'The first run must name the delta column.')
  if (known !== undefined && given !== '' && given !== known)
    throw flowError(world, '1382-400', `The delta column of this flow is ${known}, not ${given}.`)
  return { ...asked, toMs: Math.min(asked.toMs, 8.64e15), deltaColumn: known ?? given }
}

function requireSeconds(world: World, params: JsonObject, name: string): number {
  const value = params[name]
  if (value === undefined || value === null) throw flowError(world, '1304-400', `The mandatory field params.${name} is missing.`)
  const isText = typeof value === 'string' && world.switches.scheduleStrings === 'accept' && /^\d+$/.test(value)
  const number = isText ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
  throw flowError(world, '1452-400', `params.${name} must be a whole number of seconds.`)
}
