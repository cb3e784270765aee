import type { Context } from 'hono'

import type { Json, JsonObject } from './content/types'
import type { Caller } from './gateway'
import { isObject } from './json'

export type AppEnv = { Variables: { caller: Caller; requestId: string } }
export type AppContext = Context<AppEnv>

/** An answer that is not a success: thrown anywhere below a route, sent as it is. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: JsonObject,
    readonly headers: Record<string, string> = {},
  ) {
    super(JSON.stringify(body))
  }
}

export function sendJson(body: Json, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

export function sendEmpty(status = 204): Response {
  return new Response(null, { status })
}

export function sendError(error: ApiError): Response {
  return sendJson(error.body, error.status, error.headers)
}

/** The shape of the gateway and of older services (Adobe's platform troubleshooting page). */
export function placeholderError(status: number, title: string, detail: string): ApiError {
  return new ApiError(status, { type: '/placeholder/type/uri', status, title, detail })
}

/**
 * Reads the body of a POST, PUT or PATCH. A missing or unknown content type is refused before the JSON is looked at.
 * `onFault` makes the error in the shape of the service which reads.
 */
export async function readJson(
  c: AppContext,
  onFault: (detail: string, empty: boolean) => ApiError,
  types: readonly string[] = ['application/json'],
): Promise<Json> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw placeholderError(400, 'BadRequestError', 'A valid content-type must be specified')
  const text = await c.req.text()
  if (text.trim() === '') throw onFault('The request body is empty.', true)
  try {
    return JSON.parse(text) as Json
  } catch {
    throw onFault('The request body is not valid JSON.', false)
  }
}

export function requireObject(value: Json, onFault: (detail: string) => ApiError): JsonObject {
  if (!isObject(value)) throw onFault('The request body must be a JSON object.')
  return value
}
