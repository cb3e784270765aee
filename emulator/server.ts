import type { Hono } from 'hono'

import { mountAccess } from './access/routes'
import { mountCatalog } from './catalog/routes'
import { mountControl, type InTurn } from './control/routes'
import { createApp } from './create-app'
import { mountDataPrep } from './data-prep/routes'
import { runDue } from './flow-service/executor'
import { mountFlowService } from './flow-service/routes'
import type { AppEnv } from './http'
import { createImsRoutes } from './ims/routes'
import { openWorld, type WorldOptions } from './open-world'
import { mountRegistry } from './registry/routes'
import type { World } from './world'

export type EmulatorOptions = WorldOptions & {
  /** How often due runs are looked for by themselves, in milliseconds; without it only when the clock is moved. */
  tickMs?: number
}

export type Emulator = { app: Hono<AppEnv>; world: World; close: () => void }

/** All services of one emulated organisation, as a fetch handler. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const world = openWorld(options)
  const inTurn = createTurns()
  const runInTurn = () => inTurn(() => runDue(world))
  const app = createApp(world)
  const control = mountControl(app, world, inTurn)
  app.route('/ims', createImsRoutes(world))
  mountAccess(app, world)
  mountRegistry(app, world)
  mountCatalog(app, world)
  mountDataPrep(app, world)
  mountFlowService(app, world)
  const timer = options.tickMs === undefined ? undefined : setInterval(() => runInTurn().catch(console.error), options.tickMs)
  return {
    app,
    world,
    close: () => {
      clearInterval(timer)
      control.close()
      world.store.close()
    },
  }
}

/** One after another: two callers must not execute the same run, and nothing may be forgotten under a run's feet. */
function createTurns(): InTurn {
  let last: Promise<void> = Promise.resolve()
  return (work) => {
    last = last.then(work, work)
    return last
  }
}
