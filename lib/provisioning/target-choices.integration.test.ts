import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAdobeShared } from '@/lib/adobe/http'
import { systemClock } from '@/lib/clock'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { completeOrExplain } from './create-flow'
import { executeProvisioning } from './execute-provisioning'
import { readProvisioning } from './read-provisioning'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
const ownerId = 'person-1'

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error' })
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
})

beforeEach(() => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error' }))
afterEach(() => emulator.control('DELETE', '/faults'))

afterAll(async () => {
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

const work = (provisioningId: string) =>
  executeProvisioning(provisioningId, { patience: [0, 1, 2], adobe: { sleep: async () => undefined, shared: createAdobeShared(systemClock) } })

async function create(tail: string, change: (answers: DraftAnswers) => void) {
  const draftId = await scene.insertDraft(ownerId, tail, change)
  const { flowId, provisioningId = '' } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  await work(provisioningId)
  return flowId
}

async function undo(flowId: string) {
  const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo' })
  await work(provisioningId)
}

async function alive(): Promise<Record<string, number>> {
  const counts = Object.entries(await emulator.count('dev')).filter(([kind]) => kind !== 'connections' && kind !== 'runs' && kind !== 'batches')
  return Object.fromEntries(counts.map(([kind, { live }]) => [kind, live]))
}

const added = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, more]) => more !== 0))

describe('a flow into Profile', () => {
  const intoProfile = ({ target }: DraftAnswers) => Object.assign(target ?? {}, { forProfile: true })

  test('ends with the schema in the union and the dataset enabled; undone, only schema and identity are left, and it says so', async () => {
    const before = await alive()
    const flowId = await create('Profile', intoProfile)
    expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', done: 11, total: 11, lifecycle: 'live' })

    await undo(flowId)
    const seen = await readProvisioning(flowId)
    expect(seen).toMatchObject({ kind: 'undo', state: 'succeeded', lifecycle: 'deleted' })
    expect(seen?.steps.filter(({ state }) => state === 'left-behind').map(({ key }) => key).toSorted()).toEqual(['identity-descriptor', 'profile-schema', 'schema'])
    expect(seen?.steps.find(({ key }) => key === 'profile-schema')?.error).toMatchObject({ code: 'stays-in-profile', retryable: false })
    expect(added(before, await alive())).toEqual({ schemas: 1, descriptors: 1 })
  })

  test('whose joining got no answer ends whole all the same', async () => {
    await emulator.control('POST', '/faults', { method: 'PATCH', path: '/**/tenant/schemas/*', nth: 1, kind: 'cut', when: 'after' })
    const flowId = await create('Profile in doubt', intoProfile)
    expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', done: 11 })
  })
})
