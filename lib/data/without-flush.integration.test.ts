import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeDatabase, database } from './database'
import { withoutFlush } from './without-flush'

let place: TestDatabase

beforeAll(async () => {
  place = await createTestDatabase()
  // The servers of tests wait for no disk at all; this connection does, as those of real use do.
  const url = new URL(place.url)
  url.searchParams.set('options', '-c synchronous_commit=on')
  url.searchParams.set('connection_limit', '1')
  stubEnvironment({ DATABASE_URL: url.href })
})

afterAll(async () => {
  await closeDatabase()
  await place.drop()
})

const setting = async () => {
  const [row] = await database().$queryRaw<{ synchronous_commit: string }[]>`SHOW synchronous_commit`
  return row?.synchronous_commit
}

test('a statement that does not wait for the disk changes nothing for those after it', async () => {
  expect(await setting()).toBe('on')
  const [row] = await database().$queryRaw<{ set_config: string }[]>`
    INSERT INTO rate_budget ("orgId", "freeAt") VALUES ('one', now()) RETURNING ${withoutFlush}`
  expect(row?.set_config).toBe('off')
  expect(await Promise.all(Array.from({ length: 6 }, setting))).toEqual(Array.from({ length: 6 }, () => 'on'))
})
