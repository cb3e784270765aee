import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import { testCredential } from '@/lib/testing/fake-adobe'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { createAdobeClient, createAdobeShared, type AdobeClientOptions } from './http'
import type { AdobeCall } from './types'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let origin: string
let received: string[] = []
let handlers: Handler[] = []

const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body)

const resetConnection: Handler = (request) => request.socket.destroy()

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.startsWith('/ims/')) return void response.end('{"access_token":"token","expires_in":86399}')
    received.push(`${request.method} ${request.url}`)
    handlers[Math.min(received.length, handlers.length) - 1]?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on a TCP port, so the address is an object.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stubEnvironment({ EMULATOR_URL: origin })
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  received = []
})

const read: AdobeCall = { method: 'GET', path: '/data/foundation/flowservice/flows' }
const create: AdobeCall = { method: 'POST', path: '/data/foundation/flowservice/flows', body: { name: 'Größe' } }

function send(call: AdobeCall, script: Handler[], options: AdobeClientOptions = {}) {
  handlers = script
  const credential = { ...testCredential, platformOrigin: origin, imsOrigin: origin }
  const shared = createAdobeShared(systemClock)
  return createAdobeClient(credential, { shared, sleep: async () => undefined, ...options }).request(call, z.unknown())
}

describe('over a real connection', () => {
  test('body and headers arrive as they were meant', async () => {
    let seen: { body: string; headers: IncomingMessage['headers'] } | undefined
    const keep: Handler = (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        seen = { body: Buffer.concat(parts).toString('utf8'), headers: request.headers }
        response.writeHead(201).end('{"id":"1","etag":"\\"e\\""}')
      })
    }
    expect(await send(create, [keep])).toMatchObject({ ok: true, data: { status: 201, etag: '"e"' } })
    expect(seen?.body).toBe('{"name":"Größe"}')
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer token',
      'x-sandbox-name': 'dev',
      'content-type': 'application/json',
    })
  })

  test('a connection cut after the request arrived leaves a POST in doubt and sent once', async () => {
    expect(await send(create, [resetConnection])).toMatchObject({
      ok: false,
      error: { kind: 'network', mayHaveCommitted: true },
    })
    expect(received).toHaveLength(1)
  })

  test('a read survives a cut connection', async () => {
    expect(await send(read, [resetConnection, answer(200, '{"items":[]}')])).toMatchObject({ ok: true })
    expect(received).toHaveLength(2)
  })

  test('an answer cut half-way leaves a POST in doubt', async () => {
    const half: Handler = (request, response) => {
      response.writeHead(201, { 'content-length': '1000' })
      response.write('{"id":', () => request.socket.destroy())
    }
    expect(await send(create, [half])).toMatchObject({ ok: false, error: { mayHaveCommitted: true } })
    expect(received).toHaveLength(1)
  })

  test('an answer that does not come ends in a timeout', async () => {
    const result = await send(create, [() => undefined], { retry: { tryTimeoutMs: 150 } })
    expect(result).toMatchObject({ ok: false, error: { kind: 'timeout', mayHaveCommitted: true } })
  })

  test('a caller who leaves ends the call at once', async () => {
    const leaving = new AbortController()
    const hang: Handler = () => leaving.abort()
    const result = await send(create, [hang], { signal: leaving.signal })
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled', mayHaveCommitted: true, retryable: false } })
  })

  test('a redirect leads nowhere, not even to the same origin', async () => {
    const result = await send(read, [answer(307, '', { location: '/data/foundation/flowservice/runs' })])
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed', status: 307 } })
    expect(received).toEqual(['GET /data/foundation/flowservice/flows'])
  })

  test('a port where nobody listens cannot have carried a POST out', async () => {
    const spare = createServer()
    await new Promise<void>((resolve) => spare.listen(0, '127.0.0.1', resolve))
    const { port } = spare.address() as AddressInfo
    await new Promise((resolve) => spare.close(resolve))
    const refuse = ((input: URL, init?: RequestInit) => {
      const url = new URL(input)
      if (url.pathname.startsWith('/data/')) url.port = String(port)
      return fetch(url, init)
    }) as typeof fetch
    const result = await send(create, [], { fetch: refuse, retry: { maxTries: 3 } })
    expect(result).toMatchObject({ ok: false, error: { kind: 'network', mayHaveCommitted: false, retryable: true } })
  })
})
