import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

import { placeholderError, type AppEnv } from '../http'

/**
 * The control API serves this machine alone: the connection, the name by which the emulator was addressed and the
 * page a browser sends from must all be loopback. The last two keep foreign web pages out, rebound names included.
 */
export function guardControl(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const bindings = c.env as Partial<HttpBindings> | undefined
    const peer = bindings?.incoming?.socket.remoteAddress
    const origin = c.req.header('origin')
    const names = [new URL(c.req.url).hostname, ...(origin === undefined ? [] : [hostOf(origin)])]
    if ((peer !== undefined && !isLoopbackAddress(peer)) || !names.every(isLoopbackName))
      throw placeholderError(403, 'ForbiddenError', 'The control API answers this machine alone, under a loopback name.')
    await next()
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : ''
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || isLoopbackAddress(host)
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)
}
