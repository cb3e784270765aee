import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeDatabase } from './database'
import { holdBack, takeBackgroundTurn, takeTurns } from './rate-budget'

let place: TestDatabase

beforeAll(async () => {
  place = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: place.url })
})

afterAll(async () => {
  await closeDatabase()
  await place.drop()
})

/** Turns a minute apart, so that the seconds this test takes do not matter. */
const perSecond = 1 / 60
const minuteMs = 60_000

test('a whole plan goes out at once, what comes after it one turn at a time, whoever asks', async () => {
  const waits = await Promise.all(Array.from({ length: 15 }, () => takeTurns('A@AdobeOrg', perSecond, 1)))
  const minutes = waits.map((ms) => Math.max(0, Math.ceil(ms / minuteMs))).sort((a, b) => a - b)
  expect(minutes).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5])
})

test('organisations do not wait for each other', async () => {
  await Promise.all(Array.from({ length: 15 }, () => takeTurns('B@AdobeOrg', perSecond, 1)))
  expect(await takeTurns('C@AdobeOrg', perSecond, 1)).toBeLessThanOrEqual(0)
})

test('when Adobe asks for fewer calls, nobody takes a turn for so long', async () => {
  await takeTurns('D@AdobeOrg', perSecond, 1)
  await holdBack('D@AdobeOrg', 10 * minuteMs)
  expect(Math.ceil((await takeTurns('D@AdobeOrg', perSecond, 1)) / minuteMs)).toBe(10)
})

test('turns taken together are as many as the same turns taken one by one', async () => {
  await takeTurns('E@AdobeOrg', perSecond, 15)
  expect(Math.ceil((await takeTurns('E@AdobeOrg', perSecond, 1)) / minuteMs)).toBe(6)
})

/** Ends of the waits in minutes, for work that asks again only when its turn has come. */
async function waitsOf(orgId: string, calls: number): Promise<number[]> {
  const waits: number[] = []
  for (let call = 0; call < calls; call++) waits.push(Math.round((await takeBackgroundTurn(orgId, perSecond)) / minuteMs))
  return waits
}

test('work in the background leaves half of the burst to whoever comes next', async () => {
  expect(await waitsOf('F@AdobeOrg', 5)).toEqual([0, 0, 0, 0, 0])
  expect(await waitsOf('F@AdobeOrg', 1)).toEqual([1])
  expect(await takeTurns('F@AdobeOrg', perSecond, 4)).toBeLessThanOrEqual(0)
})

test('while others want the whole budget, work in the background gets a quarter of it and not less', async () => {
  await takeTurns('G@AdobeOrg', perSecond, 11)
  const waits = await waitsOf('G@AdobeOrg', 4)
  expect(waits).toEqual([2, 4, 8, 12])
})

test('work in the background waits as well when Adobe asks for fewer calls', async () => {
  await takeTurns('H@AdobeOrg', perSecond, 1)
  await holdBack('H@AdobeOrg', 10 * minuteMs)
  expect(await waitsOf('H@AdobeOrg', 1)).toEqual([10])
})
