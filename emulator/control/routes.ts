import { Hono, type MiddlewareHandler } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

import { placeholderError, readJson, sendEmpty, type AppContext, type AppEnv } from '../http'
import { runDue } from '../flow-service/executor'
import { clearPlannedFailures, listPlannedFailures, planFailure, plannedFailureSchema } from '../flow-service/planned-failures'
import { expireTokens } from '../ims/tokens'
import { writeSetting } from '../installation'
import { keepClock } from '../open-world'
import { resourceKinds } from '../store'
import { defaultSwitches, switchesSchema } from '../switches'
import type { World } from '../world'
import { CallLog } from './call-log'
import { describeClock, describeState } from './describe-state'
import { faultSchema, FaultList } from './faults'
import { guardControl } from './guard-control'
import { injectFaults } from './inject-faults'
import { strikeOut } from './strike-out'

const controlPath = '/_emulator'

const clockBody = z.union([
  z.strictObject({ advanceSeconds: z.number().min(0).max(10 * 366 * 86_400) }),
  z.strictObject({ setMs: z.int().min(0).max(8.64e15) }),
])
const latencyBody = z.strictObject({ ms: z.int().min(0).max(60_000) })
const resourcesQuery = z.object({ kind: z.enum(resourceKinds), sandbox: z.string().default('prod') })

/** Does its work when whatever executes runs at the moment has ended. */
export type InTurn = (work: () => Promise<void> | void) => Promise<void>

/** The emulator's own side: what moves its clock, makes it fail and tells what it holds. Answers this machine alone. */
export function mountControl(app: Hono<AppEnv>, world: World, inTurn: InTurn): { close: () => void } {
  const faults = new FaultList()
  const calls = new CallLog()
  let latencyMs = 0

  const exceptControl = outside(controlPath)
  app.use('*', exceptControl(calls.middleware(world)))
  app.use('*', exceptControl(async (_c, next) => {
    if (latencyMs > 0) await wait(latencyMs)
    await next()
  }))
  app.use('*', exceptControl(injectFaults(world, faults)))

  const control = new Hono<AppEnv>()
  control.use('*', guardControl())

  control.get('/clock', () => send(describeClock(world)))
  control.post('/clock', async (c) => {
    const body = await readBody(c, clockBody)
    if ('setMs' in body) world.clock.set(body.setMs)
    else world.clock.advance(body.advanceSeconds * 1000)
    keepClock(world)
    await inTurn(() => runDue(world))
    return send(describeClock(world))
  })

  control.get('/faults', () => send(faults.list()))
  control.post('/faults', async (c) => send(faults.add(await readBody(c, faultSchema)), 201))
  control.delete('/faults', () => (faults.clear(), sendEmpty()))

  control.get('/run-faults', () => send(listPlannedFailures(world)))
  control.post('/run-faults', async (c) => {
    planFailure(world, definedOf(await readBody(c, plannedFailureSchema)))
    return send(listPlannedFailures(world), 201)
  })
  control.delete('/run-faults', () => (clearPlannedFailures(world), sendEmpty()))

  control.get('/calls', () => send({ calls: calls.list() }))
  control.delete('/calls', () => (calls.clear(), sendEmpty()))

  control.get('/latency', () => send({ ms: latencyMs }))
  control.post('/latency', async (c) => {
    latencyMs = (await readBody(c, latencyBody)).ms
    return send({ ms: latencyMs })
  })

  control.get('/switches', () => send({ ...world.switches }))
  control.post('/switches', async (c) => {
    const change = await readBody(c, switchesSchema.partial())
    world.switches = { ...world.switches, ...definedOf(change) }
    writeSetting(world.store, 'switches', world.switches)
    return send({ ...world.switches })
  })

  control.get('/state', () => send(describeState(world, { faults: faults.list().length, calls: calls.list().length, latencyMs })))
  control.get('/resources', (c) => {
    const query = parse(resourcesQuery, c.req.query())
    const resources = world.store.list({ org: world.installation.orgId, sandbox: query.sandbox }, query.kind)
    return send({ resources: strikeOut(resources) })
  })

  control.delete('/tokens', () => (expireTokens(world), sendEmpty()))

  control.post('/reset', async () => {
    faults.clear()
    calls.clear()
    latencyMs = 0
    await inTurn(() => {
      clearPlannedFailures(world)
      world.store.reset()
      world.switches = { ...defaultSwitches }
      writeSetting(world.store, 'switches', world.switches)
    })
    return sendEmpty()
  })

  app.route(controlPath, control)
  return { close: () => faults.clear() }
}

const send = (body: unknown, status = 200) => Response.json(body, { status })

type Middleware = MiddlewareHandler<AppEnv>

/** Faults, latency and the log of calls are for Adobe's side; the control side must always work. */
const outside =
  (path: string) =>
  (middleware: Middleware): Middleware =>
  (c, next) =>
    c.req.path.startsWith(`${path}/`) ? next() : middleware(c, next)

async function readBody<T>(c: AppContext, schema: z.ZodType<T>): Promise<T> {
  return parse(schema, await readJson(c, (detail) => placeholderError(400, 'BadRequestError', detail)))
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw placeholderError(400, 'BadRequestError', z.prettifyError(parsed.error))
  return parsed.data
}

/** Without the keys that are there but undefined. */
function definedOf<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}
