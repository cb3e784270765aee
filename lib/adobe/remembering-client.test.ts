import { expect, test } from 'vitest'
import { z } from 'zod'
import { fail, succeed } from '@/lib/result'
import { rememberAnswers } from './remembering-client'
import type { AdobeCall, AdobeClient, AdobeResult } from './types'

const schema = z.object({ n: z.number() })

function counting(isGood: (asked: number) => boolean = () => true) {
  const calls: AdobeCall[] = []
  const request = async (call: AdobeCall): Promise<AdobeResult<unknown>> => {
    calls.push(call)
    if (isGood(calls.length)) return succeed({ data: { n: calls.length }, status: 200 })
    return fail({ kind: 'network', message: 'gone', mayHaveCommitted: false, retryable: true, method: call.method, path: call.path })
  }
  const client = { request, sandbox: 'dev', orgId: 'org', serverNowMs: () => 0, warmToken: async () => succeed(undefined) } as AdobeClient
  return { calls, client: rememberAnswers(client) }
}

const get = (path: string, query?: Record<string, string>): AdobeCall => ({ method: 'GET', path, ...(query && { query }) })

test('the same question is asked once, by however many at the same moment', async () => {
  const { calls, client } = counting()
  const answers = await Promise.all([client.request(get('/a'), schema), client.request(get('/a'), schema)])
  expect(answers.map((answer) => answer.ok && answer.data.data.n)).toEqual([1, 1])
  expect(calls).toHaveLength(1)
})

test('another query, another reading of the answer and every change are calls of their own', async () => {
  const { calls, client } = counting()
  await client.request(get('/a'), schema)
  await client.request(get('/a', { limit: '1' }), schema)
  await client.request(get('/a'), z.looseObject({}))
  await client.request({ method: 'POST', path: '/a' }, schema)
  await client.request({ method: 'POST', path: '/a' }, schema)
  expect(calls).toHaveLength(5)
})

test('a failure is not remembered', async () => {
  const { calls, client } = counting((asked) => asked > 1)
  expect((await client.request(get('/a'), schema)).ok).toBe(false)
  expect((await client.request(get('/a'), schema)).ok).toBe(true)
  expect(calls).toHaveLength(2)
})
