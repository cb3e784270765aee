import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { claimInstance, hasAnyUser, isClaimOpen, makeClaimToken } from './claim'
import { handleAuthRequest } from './handle-auth-request'

const person = { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' }
let scratch: TestDatabase

beforeAll(async () => {
  scratch = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', scratch.url)
  vi.stubEnv('TRIBUTARY_MASTER_KEY', 'm'.repeat(64))
  vi.stubEnv('TRIBUTARY_SESSION_SECRET', 'hU8vX2kQ0pT5yZ7wB3nL9sD4fG6jR1cE')
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await closeDatabase()
  await scratch.drop()
})

beforeEach(async () => {
  await database().user.deleteMany()
  await database().setupToken.deleteMany()
})

const post = (path: string, body: object, headers: Record<string, string> = { origin: 'http://127.0.0.1:3000' }) =>
  handleAuthRequest(
    new Request(`http://127.0.0.1:3000/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )

const signIn = (email: string, password: string) => post('/sign-in/email', { email, password })

describe('an open instance', () => {
  test('is claimed with the token, and its administrator can sign in with a session cookie that scripts cannot read', async () => {
    const token = await makeClaimToken()
    expect(await isClaimOpen(token)).toBe(true)
    expect(await claimInstance({ token, ...person })).toMatchObject({ outcome: 'made' })
    const response = await signIn(person.email, person.password)
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/tributary\.session_token=.*HttpOnly.*SameSite=Lax/i)
  })

  test.each(['', 'a', 'x'.repeat(43)])('is not claimed with the token %o', async (token) => {
    await makeClaimToken()
    expect(await claimInstance({ token, ...person })).toEqual({ outcome: 'wrong-token' })
    expect(await hasAnyUser()).toBe(false)
  })

  test('is not claimed with what the database keeps of the token', async () => {
    await makeClaimToken()
    const { tokenHash } = await database().setupToken.findFirstOrThrow()
    expect(await claimInstance({ token: tokenHash, ...person })).toEqual({ outcome: 'wrong-token' })
  })

  test('a new token ends the older ones', async () => {
    const old = await makeClaimToken()
    const current = await makeClaimToken()
    expect(await isClaimOpen(old)).toBe(false)
    expect(await claimInstance({ token: old, ...person })).toEqual({ outcome: 'wrong-token' })
    expect(await claimInstance({ token: current, ...person })).toMatchObject({ outcome: 'made' })
  })

  test('goes to exactly one of many who press at the same time', async () => {
    const token = await makeClaimToken()
    const claims = Array.from({ length: 8 }, (_, index) => claimInstance({ token, ...person, email: `p${index}@example.com` }))
    const outcomes = (await Promise.all(claims)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1)
    expect(await database().user.count()).toBe(1)
  })
})

describe('a claimed instance', () => {
  beforeEach(async () => {
    await claimInstance({ token: await makeClaimToken(), ...person })
  })

  test('refuses even a fresh token', async () => {
    const token = await makeClaimToken()
    expect(await isClaimOpen(token)).toBe(false)
    expect(await claimInstance({ token, ...person, email: 'eve@example.com' })).toEqual({ outcome: 'taken' })
    expect(await database().user.count()).toBe(1)
  })

  test('lets nobody sign up', async () => {
    const response = await post('/sign-up/email', { ...person, email: 'eve@example.com' })
    expect(response.ok).toBe(false)
    expect(await database().user.count()).toBe(1)
  })

  test('answers the same for a wrong password and an unknown person, and slows guessing down', async () => {
    const wrong = await signIn(person.email, 'wrong')
    const unknown = await signIn('nobody@example.com', 'wrong')
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
    for (let attempt = 0; attempt < 4; attempt++) await signIn(person.email, 'wrong')
    expect((await signIn(person.email, person.password)).status).toBe(429)
  })

  test.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { referer: 'http://127.0.0.1:3000/' }, {}])(
    'refuses a sign-in that comes with %o',
    async (headers) => {
      expect((await post('/sign-in/email', person, headers)).status).toBe(403)
    },
  )
})
