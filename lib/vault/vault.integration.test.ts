import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { findSecret, updateSecret } from '@/lib/data/secrets'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { openSecret, replaceSecret, rotateDataKey, rotateMasterKey, sealSecret } from './vault'

const environment = vi.hoisted(() => ({ DATABASE_URL: '', TRIBUTARY_MASTER_KEY: '' }))
vi.mock('@/lib/env', () => ({ env: () => environment }))

const newKey = () => randomBytes(32).toString('hex')
let place: TestDatabase

beforeAll(async () => {
  place = await createTestDatabase()
  environment.DATABASE_URL = place.url
})

afterAll(async () => {
  await closeDatabase()
  await place.drop()
})

beforeEach(async () => {
  await database().secret.deleteMany()
  await database().dataKey.deleteMany()
  environment.TRIBUTARY_MASTER_KEY = newKey()
})

const dump = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const rows = await client.query('SELECT s::text AS row FROM secret s UNION ALL SELECT k::text FROM data_key k')
  await client.end()
  return rows.rows.map(({ row }: { row: string }) => row).join('\n')
}

describe('the vault', () => {
  test('gives back what was put in, and keeps nothing of it readable in the database', async () => {
    const secret = 'p8e-canary/secret+value='
    const id = await sealSecret(secret)
    expect(await openSecret(id)).toBe(secret)
    const stored = await dump()
    const bytes = Buffer.from(secret)
    for (const form of [
      secret,
      encodeURIComponent(secret),
      bytes.toString('hex'),
      bytes.toString('base64'),
      environment.TRIBUTARY_MASTER_KEY,
    ]) {
      expect(stored.toLowerCase()).not.toContain(form.toLowerCase())
    }
  })

  test('many at once, on an empty vault, share one data key', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => sealSecret(`secret-${index}`)))
    expect(await Promise.all(ids.map(openSecret))).toEqual(ids.map((_, index) => `secret-${index}`))
    expect(await database().dataKey.count()).toBe(1)
  })

  test('two rows whose contents were swapped do not open', async () => {
    const [a, b] = [await sealSecret('first-secret'), await sealSecret('second-secret')]
    const rows = await database().secret.findMany({ where: { id: { in: [a, b] } } })
    for (const row of rows) {
      const other = rows.find((one) => one.id !== row.id)
      if (other) await database().secret.update({ where: { id: row.id }, data: { sealed: other.sealed } })
    }
    await expect(openSecret(a)).rejects.toMatchObject({ explained: { code: 'secret-unreadable' } })
    await expect(openSecret(b)).rejects.toMatchObject({ explained: { code: 'secret-unreadable' } })
  })

  test('a replaced secret keeps its id; one that does not exist is refused', async () => {
    const id = await sealSecret('before')
    await replaceSecret(id, 'after')
    expect(await openSecret(id)).toBe('after')
    await expect(replaceSecret(randomUUID(), 'x')).rejects.toMatchObject({ explained: { code: 'secret-unreadable' } })
  })
})

describe('rotation', () => {
  test('of the master key: afterwards the new one alone opens everything, the old one alone nothing', async () => {
    const old = environment.TRIBUTARY_MASTER_KEY
    const ids = [await sealSecret('one'), await sealSecret('two')]
    const fresh = newKey()
    environment.TRIBUTARY_MASTER_KEY = `${fresh},${old}`
    expect(await Promise.all(ids.map(openSecret))).toEqual(['one', 'two'])
    expect(await rotateMasterKey()).toBe(1)
    expect(await rotateMasterKey()).toBe(0)
    environment.TRIBUTARY_MASTER_KEY = fresh
    expect(await Promise.all(ids.map(openSecret))).toEqual(['one', 'two'])
    environment.TRIBUTARY_MASTER_KEY = old
    await expect(openSecret(ids[0] ?? '')).rejects.toMatchObject({ explained: { code: 'secret-unreadable' } })
  })

  test('of the data key: every secret is sealed anew and the old key is gone', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => sealSecret(`s${index}`)))
    const before = await database().dataKey.findFirstOrThrow()
    expect(await rotateDataKey()).toBe(5)
    expect(await Promise.all(ids.map(openSecret))).toEqual(ids.map((_, index) => `s${index}`))
    expect(await database().dataKey.findMany()).toEqual([expect.not.objectContaining({ id: before.id })])
  })

  test('a secret replaced under the old key, after it was read to be sealed anew, keeps its new value', async () => {
    const id = await sealSecret('old')
    const read = await findSecret(id)
    if (!read) throw new Error('no secret')
    await replaceSecret(id, 'new')
    expect(await updateSecret(id, { dataKeyId: read.dataKey.id, sealed: new Uint8Array(read.sealed) }, read.sealed)).toBe(false)
    expect(await openSecret(id)).toBe('new')
  })

  test('a secret that is replaced again and again while keys come and go is never lost', async () => {
    const id = await sealSecret('0')
    const rotations = (async () => { for (let turn = 0; turn < 8; turn++) await rotateDataKey() })()
    for (let turn = 1; turn <= 40; turn++) {
      await replaceSecret(id, String(turn))
      expect(await openSecret(id)).toBe(String(turn))
    }
    await rotations
    expect(await openSecret(id)).toBe('40')
  })

  test('a secret replaced during the rotation keeps its new value', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => sealSecret(`old-${index}`)))
    await Promise.all([rotateDataKey(), ...ids.map((id, index) => replaceSecret(id, `new-${index}`))])
    expect(await Promise.all(ids.map(openSecret))).toEqual(ids.map((_, index) => `new-${index}`))
  })
})
