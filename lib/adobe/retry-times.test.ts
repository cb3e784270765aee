import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { connectionFault, createFakeAdobe, json, type ScriptedAnswer } from '@/lib/testing/fake-adobe'
import type { AdobeCall } from './types'

// Requirement R11: exact times and counts of calls under a script of faults, by a clock that only pauses move.

const start = Date.parse('2026-11-24T10:00:00Z')
const path = '/data/foundation/flowservice/flows'
const read: AdobeCall = { method: 'GET', path }
const create: AdobeCall = { method: 'POST', path, body: { name: 'x' } }
const remove: AdobeCall = { method: 'DELETE', path: `${path}/1` }
const guarded: AdobeCall = { method: 'PATCH', path: `${path}/1`, body: [], ifMatch: '"1"' }
const unguarded: AdobeCall = { method: 'PATCH', path: `${path}/1`, body: [] }

const failing = (status: number, retryAfter?: string) => () => json({ message: 'no' }, status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
const fine = () => json({ id: '1' })
const cut = connectionFault('ECONNRESET')

async function timesOf(call: AdobeCall, answers: ScriptedAnswer[], random: () => number): Promise<number[]> {
  const adobe = createFakeAdobe(answers, { random })
  adobe.nowMs = start
  await adobe.client.request(call, z.unknown())
  return adobe.seen.map(({ atMs }) => atMs - start)
}
/** The longest pause that jitter allows; the shortest is none. */
const longest = () => 0.999_999
const shortest = () => 0

describe('calls go out at', () => {
  test.each<[string, AdobeCall, ScriptedAnswer[], number[]]>([
    ['a read, under a ceiling that doubles, five times at most', read, [failing(503)], [0, 499, 1_498, 3_497, 7_496]],
    ['a read whose connection is cut', read, [cut, cut, fine], [0, 499, 1_498]],
    ['a removal', remove, [failing(500), failing(408), fine], [0, 499, 1_498]],
    ['a change that names the etag it was made from', guarded, [failing(503), fine], [0, 499]],
    ['a change that names none: once', unguarded, [failing(503)], [0]],
    ['a creation in doubt: once, the look comes first', create, [failing(500)], [0]],
    ['a creation whose connection was cut: once', create, [cut], [0]],
    ['a creation refused for its rate', create, [failing(429), fine], [0, 499]],
    ['a read told to wait so many seconds', read, [failing(429, '7'), fine], [0, 7_000]],
    ['a read told to wait until a date', read, [failing(503, 'Tue, 24 Nov 2026 10:00:30 GMT'), fine], [0, 30_000]],
    ['a read told to wait twice, within its minute', read, [failing(429, '20'), failing(429, '20'), fine], [0, 20_000, 40_000]],
    ['a read told to wait beyond its minute: once', read, [failing(429, '61')], [0]],
    ['a read told to wait until its minute is over', read, [failing(429, '25'), failing(429, '25'), failing(429, '25')], [0, 25_000, 50_000]],
    ['a refused token: renewed once, without a pause', read, [failing(401), fine], [0, 0]],
    ['a token refused twice: no third time', read, [failing(401), failing(401)], [0, 0]],
  ])('%s', async (_name, call, answers, times) => {
    expect(await timesOf(call, answers, longest)).toEqual(times)
  })

  test('once without any pause where chance says so: the jitter is full', async () => {
    expect(await timesOf(read, [failing(503), fine], shortest)).toEqual([0, 0])
  })

  test.each([400, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 451])('a refusal with %i: once, whatever the call', async (status) => {
    for (const call of [read, create, remove, guarded]) expect(await timesOf(call, [failing(status, '1')], longest)).toEqual([0])
  })
})
