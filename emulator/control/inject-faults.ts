import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'

import { CutConnection } from '../create-app'
import { sendJson, type AppContext, type AppEnv } from '../http'
import { expireTokens } from '../ims/tokens'
import type { World } from '../world'
import type { Fault, FaultList } from './faults'

/** Lets the faults set through the control API happen to the calls they match. */
export function injectFaults(world: World, faults: FaultList): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { method, path } = c.req
    const fault = faults.meet({ method, path, sandbox: c.req.header('x-sandbox-name') })
    if (fault === undefined) return next()
    switch (fault.kind) {
      case 'status':
        if (fault.when === 'after') await next()
        return replaceAnswer(c, answerOf(fault))
      case 'timeout':
      case 'cut':
        if (fault.when === 'after') await next()
        if (fault.kind === 'timeout') await faults.hold(c.req.raw.signal)
        return replaceAnswer(c, cutConnection(c))
      case 'delay':
        await wait(fault.ms)
        return next()
      case 'slow':
        await next()
        return replaceAnswer(c, await delayBody(c.res, fault.ms))
      case 'malformed':
        await next()
        return replaceAnswer(c, await breakOff(c.res))
      case 'expireTokens':
        expireTokens(world)
        return next()
    }
  }
}

/** The answer so far must go first: Hono would keep its headers. */
function replaceAnswer(c: AppContext, answer: Response): void {
  c.res = undefined
  c.res = answer
}

function answerOf(fault: Extract<Fault, { kind: 'status' }>): Response {
  const { status, body, headers, retryAfterSeconds } = fault
  const retryAfter = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  const message = status === 429 ? 'Too many requests' : status >= 500 ? 'Upstream service failed' : 'Call refused'
  return sendJson(body ?? { error_code: `${status}000`, message }, status, { ...retryAfter, ...headers })
}

function cutConnection(c: AppContext): Response {
  const bindings = c.env as Partial<HttpBindings> | undefined
  if (bindings?.incoming === undefined) throw new CutConnection('The connection was cut.')
  bindings.incoming.socket.destroy()
  // Tells the server adapter that there is nothing left to send.
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}

async function delayBody(answer: Response, ms: number): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await wait(ms)
      controller.enqueue(bytes)
      controller.close()
    },
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}

async function breakOff(answer: Response): Promise<Response> {
  const text = await answer.text()
  return new Response(text.slice(0, Math.max(1, Math.floor(text.length / 2))), { status: answer.status, headers: answer.headers })
}
