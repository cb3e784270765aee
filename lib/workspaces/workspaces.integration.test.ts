import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { saveWorkspaceChecks } from '@/lib/data/workspaces'
import { createFakeAdobe } from '@/lib/testing/fake-adobe'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { openWorkspace } from './open-workspace'
import { ensurePracticeWorkspace } from './practice-workspace'
import {
  archiveWorkspace,
  chooseRawSchema,
  createWorkspace,
  getWorkspace,
  listWorkspaces,
  restoreWorkspace,
  updatePracticeWorkspace,
  updateWorkspace,
} from './workspaces'

const environment = vi.hoisted((): Record<string, string> => ({ TRIBUTARY_MASTER_KEY: '7'.repeat(64) }))
vi.mock('@/lib/env', () => ({ env: () => environment }))

const input = {
  name: 'Acme',
  platformOrigin: 'https://platform.adobe.io',
  imsOrigin: 'https://ims-na1.adobelogin.com',
  orgId: 'ACME@AdobeOrg',
  clientId: 'client',
  clientSecret: 'p8e-canary-secret',
  scopes: 'openid,AdobeID',
  sandbox: 'dev',
}
const { clientSecret: _secret, ...unchanged } = input

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
  await database().workspace.deleteMany()
  await database().secret.deleteMany()
  await database().dataKey.deleteMany()
  Object.assign(environment, {
    EMULATOR_URL: 'http://127.0.0.1:4010',
    EMULATOR_ORG_ID: 'PRACTICE@AdobeOrg',
    EMULATOR_CLIENT_ID: 'practice',
    EMULATOR_CLIENT_SECRET: 'practice-canary-secret',
  })
})

describe('a workspace', () => {
  test('never shows its secret, wherever it is looked at', async () => {
    const made = await createWorkspace(input, null)
    const seen = JSON.stringify([
      made,
      await getWorkspace(made.id),
      await listWorkspaces(),
      await updateWorkspace(made.id, { ...unchanged, name: 'B', clientSecret: undefined }),
    ])
    expect(seen).not.toMatch(/canary|clientSecret/i)
    expect((await openWorkspace(made.id)).credential.clientSecret).toBe(input.clientSecret)
  })

  test('keeps its secret through a change that needs no other, and takes a new one', async () => {
    const made = await createWorkspace(input, null)
    await updateWorkspace(made.id, { ...unchanged, sandbox: 'prod', clientSecret: undefined })
    expect((await openWorkspace(made.id)).credential).toMatchObject({
      sandbox: 'prod',
      clientSecret: input.clientSecret,
    })
    await updateWorkspace(made.id, { ...unchanged, clientSecret: 'rotated' })
    expect((await openWorkspace(made.id)).credential.clientSecret).toBe('rotated')
  })

  test('does not send its secret to another sign-in service or under another client id', async () => {
    const made = await createWorkspace(input, null)
    for (const change of [{ imsOrigin: 'https://ims-na1-stg1.adobelogin.com' }, { clientId: 'other' }]) {
      const attempt = updateWorkspace(made.id, { ...unchanged, ...change, clientSecret: undefined })
      await expect(attempt).rejects.toMatchObject({ explained: { code: 'invalid-input' } })
    }
    expect((await getWorkspace(made.id)).clientId).toBe('client')
  })

  test('forgets what was checked when it changes', async () => {
    const made = await createWorkspace(input, null)
    await database().workspace.update({
      where: { id: made.id },
      data: { checks: [{ key: 'token', state: 'passed' }], checkedAt: new Date(), tenantId: 'acme' },
    })
    expect(await getWorkspace(made.id)).toMatchObject({ tenantId: 'acme', checks: [{ key: 'token' }] })
    const changed = await updateWorkspace(made.id, { ...unchanged, sandbox: 'prod', clientSecret: undefined })
    expect([changed.tenantId, changed.checks, changed.checkedAt]).toEqual([undefined, undefined, undefined])
  })

  test('describes raw columns by an ad-hoc class and schema until told otherwise, which touches nothing else', async () => {
    const made = await createWorkspace(input, null)
    expect(made.rawSchemaMode).toBe('adhoc')
    await saveWorkspaceChecks(made.id, [{ key: 'token', state: 'passed' }], new Date(), 'acme')
    await chooseRawSchema(made.id, 'columns-only')
    expect(await getWorkspace(made.id)).toMatchObject({ rawSchemaMode: 'columns-only', tenantId: 'acme', checks: [{ key: 'token' }] })
    expect((await updateWorkspace(made.id, { ...unchanged, sandbox: 'prod', clientSecret: undefined })).rawSchemaMode).toBe('columns-only')
  })

  test('put away is out of the list, readable, and opens no more until it is taken back', async () => {
    const made = await createWorkspace(input, null)
    await archiveWorkspace(made.id)
    expect(await listWorkspaces()).toEqual([])
    expect(await listWorkspaces({ archived: true })).toHaveLength(1)
    await expect(openWorkspace(made.id)).rejects.toMatchObject({ explained: { code: 'workspace-archived' } })
    await restoreWorkspace(made.id)
    expect((await openWorkspace(made.id)).workspace.name).toBe('Acme')
  })

  test.each(['00000000-0000-4000-8000-000000000000', 'nonsense', "' OR 1=1"])(
    'that does not exist is not found: %s',
    async (id) => {
      await expect(getWorkspace(id)).rejects.toMatchObject({ explained: { code: 'not-found' } })
    },
  )

  test('opens into a client that speaks with its credential', async () => {
    const made = await createWorkspace(input, null)
    const fake = createFakeAdobe([])
    const { client } = await openWorkspace(made.id, { clock: { now: () => new Date(fake.nowMs) } })
    expect([client.orgId, client.sandbox]).toEqual(['ACME@AdobeOrg', 'dev'])
  })
})

describe('the practice workspace', () => {
  test('is made once, whoever asks at the same time, also on an empty vault', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => ensurePracticeWorkspace()))
    expect(new Set(made.map((workspace) => workspace?.id)).size).toBe(1)
    expect(await listWorkspaces()).toMatchObject([
      { name: 'Practice', kind: 'practice', platformOrigin: 'http://127.0.0.1:4010' },
    ])
  })

  test('follows the emulator to another port and credential, and keeps its name and sandbox', async () => {
    const made = await ensurePracticeWorkspace()
    await updatePracticeWorkspace(made?.id ?? '', { name: 'My practice', sandbox: 'stage' })
    Object.assign(environment, { EMULATOR_URL: 'http://127.0.0.1:5020/', EMULATOR_CLIENT_SECRET: 'other-secret' })
    const followed = await ensurePracticeWorkspace()
    expect(followed).toMatchObject({
      id: made?.id,
      name: 'My practice',
      sandbox: 'stage',
      imsOrigin: 'http://127.0.0.1:5020',
    })
    expect((await openWorkspace(made?.id ?? '')).credential.clientSecret).toBe('other-secret')
  })

  test('cannot be pointed elsewhere', async () => {
    const made = await ensurePracticeWorkspace()
    const attempt = updateWorkspace(made?.id ?? '', { ...unchanged, clientSecret: 'x' })
    await expect(attempt).rejects.toMatchObject({ explained: { code: 'invalid-input' } })
  })

  test('is not made where no emulator runs', async () => {
    delete environment.EMULATOR_URL
    expect(await ensurePracticeWorkspace()).toBeUndefined()
    expect(await listWorkspaces()).toEqual([])
  })
})
