import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeDatabase } from './database'
import { holdBack, takeTurnMs } from './rate-budget'

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
  const waits = await Promise.all(Array.from({ length: 15 }, () => takeTurnMs('A@AdobeOrg', perSecond)))
  const minutes = waits.map((ms) => Math.ceil(ms / minuteMs)).sort((a, b) => a - b)
  expect(minutes).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5])
})

test('organisations do not wait for each other', async () => {
  await Promise.all(Array.from({ length: 15 }, () => takeTurnMs('B@AdobeOrg', perSecond)))
  expect(await takeTurnMs('C@AdobeOrg', perSecond)).toBe(0)
})

test('when Adobe asks for fewer calls, nobody takes a turn for so long', async () => {
  await takeTurnMs('D@AdobeOrg', perSecond)
  await holdBack('D@AdobeOrg', 10 * minuteMs)
  expect(Math.ceil((await takeTurnMs('D@AdobeOrg', perSecond)) / minuteMs)).toBe(10)
})
