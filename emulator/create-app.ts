import { Hono, type MiddlewareHandler } from 'hono'

import { ApiError, placeholderError, sendError, type AppEnv } from './http'
import { makeUuid } from './ids'
import type { World } from './world'

/** The frame around every service: the emulator's time in `Date`, a request id, errors in Adobe's forms. */
export function createApp(world: World): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('*', stampAnswers(world))
  app.notFound((c) => sendError(placeholderError(404, 'NotFoundError', `Nothing answers ${c.req.method} ${c.req.path}.`)))
  app.onError((error) => {
    if (error instanceof CutConnection) throw error
    if (error instanceof ApiError) return sendError(error)
    console.error(error)
    return sendError(placeholderError(500, 'InternalServerError', 'The emulator has failed; its output says how.'))
  })
  return app
}

/** Thrown where no answer may be given and there is no socket to cut (calls without a server). */
export class CutConnection extends Error {}

function stampAnswers(world: World): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('requestId', makeUuid())
    await next()
    c.header('date', new Date(world.clock.now()).toUTCString())
    c.header('x-request-id', c.get('requestId'))
  }
}
