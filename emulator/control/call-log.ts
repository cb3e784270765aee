import type { MiddlewareHandler } from 'hono'

import type { Json } from '../content/types'
import type { AppContext, AppEnv } from '../http'
import type { World } from '../world'
import { secretName, strikeOut, struckOut } from './strike-out'

export type LoggedCall = {
  /** Position since the start, from 1. */
  number: number
  method: string
  /** With the query, secrets struck out. */
  path: string
  sandbox?: string
  accept?: string
  contentType?: string
  ifMatch?: string
  /** Secrets struck out; text where it is no JSON. */
  requestBody?: Json
  /** Absent where no answer was given. */
  status?: number
  requestId: string
  /** By the emulator's clock, ISO 8601. */
  startedAt: string
  /** By the machine's clock, epoch milliseconds. */
  startedAtMs: number
  durationMs: number
}

const mostKept = 5_000

/** What the emulator was asked, oldest first; only the newest few thousand calls are kept. */
export class CallLog {
  #calls: LoggedCall[] = []
  #count = 0

  /** Every call's facts, noted when it ends. */
  middleware(world: World): MiddlewareHandler<AppEnv> {
    return async (c, next) => {
      const startedAt = new Date(world.clock.now()).toISOString()
      const [startedAtMs, from] = [Date.now(), performance.now()]
      const number = ++this.#count
      const facts = { ...(await factsOf(c)), number, startedAt, startedAtMs, requestId: c.get('requestId') }
      let status: number | undefined
      try {
        await next()
        if (c.res.headers.get('x-hono-already-sent') === null) status = c.res.status
      } finally {
        this.#calls.push({ ...facts, ...(status !== undefined && { status }), durationMs: performance.now() - from })
        if (this.#calls.length > mostKept) this.#calls.shift()
      }
    }
  }

  list(): LoggedCall[] {
    return this.#calls.toSorted((a, b) => a.number - b.number)
  }

  clear(): void {
    this.#calls = []
  }
}

async function factsOf(c: AppContext) {
  const { req } = c
  const url = new URL(req.url)
  const header = (key: string, name: string) => (req.header(name) === undefined ? {} : { [key]: req.header(name) })
  const text = req.method === 'GET' || req.method === 'DELETE' ? '' : await req.text()
  return {
    method: req.method,
    path: url.pathname + strikeQuery(url.searchParams),
    ...header('sandbox', 'x-sandbox-name'),
    ...header('accept', 'accept'),
    ...header('contentType', 'content-type'),
    ...header('ifMatch', 'if-match'),
    ...(text !== '' && { requestBody: readBody(text, req.header('content-type') ?? '') }),
  }
}

function strikeQuery(query: URLSearchParams): string {
  const struck = new URLSearchParams([...query].map(([name, value]) => [name, secretName.test(name) ? struckOut : value]))
  return struck.size === 0 ? '' : `?${struck.toString()}`
}

function readBody(text: string, type: string): Json {
  if (type.startsWith('application/x-www-form-urlencoded')) return strikeQuery(new URLSearchParams(text)).slice(1)
  try {
    return strikeOut(JSON.parse(text) as Json)
  } catch {
    return text.slice(0, 1_000)
  }
}
