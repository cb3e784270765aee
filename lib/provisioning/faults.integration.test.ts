import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAdobeShared } from '@/lib/adobe/http'
import { systemClock } from '@/lib/clock'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { countAdded, countAlive, wholeFlow } from '@/lib/testing/count-sandbox'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { completeOrExplain } from './create-flow'
import { executeProvisioning } from './execute-provisioning'
import { readProvisioning } from './read-provisioning'
import type { StepKey } from './step-keys'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let scenes = 0
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

const tryTimeoutMs = 250

/** Works without real pauses between tries; each has tokens and circuits of its own. */
const work = (provisioningId: string) =>
  executeProvisioning(provisioningId, {
    patience: [0, 1, 2],
    adobe: { sleep: async () => undefined, retry: { tryTimeoutMs }, shared: createAdobeShared(systemClock) },
  })

const alive = () => countAlive(emulator)

const postPaths: Partial<Record<StepKey, { path: string; nth?: number }>> = {
  'adhoc-class': { path: '/**/tenant/classes' },
  'adhoc-schema': { path: '/**/tenant/schemas', nth: 2 },
  schema: { path: '/**/tenant/schemas' },
  'identity-descriptor': { path: '/**/tenant/descriptors' },
  'source-connection': { path: '/**/sourceConnections' },
  dataset: { path: '/**/dataSets' },
  'mapping-set': { path: '/**/mappingSets' },
  'target-connection': { path: '/**/targetConnections' },
  flow: { path: '/**/flows' },
}

const posts = Object.entries(postPaths).map(([step, match]) => ({ step, match: { method: 'POST', nth: 1, ...match } }))
const targets = [...posts, { step: 'flow-spec', match: { method: 'GET', path: '/**/flowSpecs/*', nth: 1 } }]

const faults: Record<string, Record<string, unknown>> = {
  '408': { kind: 'status', status: 408 },
  '429 with Retry-After': { kind: 'status', status: 429, retryAfterSeconds: 2 },
  '429 without Retry-After': { kind: 'status', status: 429 },
  '500 before it was carried out': { kind: 'status', status: 500 },
  '500 after it was carried out': { kind: 'status', status: 500, when: 'after' },
  '503': { kind: 'status', status: 503 },
  'no answer': { kind: 'timeout', when: 'after' },
  'a connection cut before': { kind: 'cut' },
  'a connection cut after': { kind: 'cut', when: 'after' },
  'a token that has expired': { kind: 'expireTokens' },
  'an answer broken off': { kind: 'malformed' },
  'a slow answer': { kind: 'slow', ms: 60 },
}

async function press() {
  scenes += 1
  const draftId = await scene.insertDraft(ownerId, `scene ${scenes}`)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  return { flowId, provisioningId: provisioningId ?? '' }
}

async function undo(flowId: string) {
  const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo' })
  await work(provisioningId)
}

/** Every fault meets every step with TRIBUTARY_FAULT_MATRIX=whole; otherwise each meets a few, and each step some. */
const isWhole = process.env.TRIBUTARY_FAULT_MATRIX === 'whole'
const matrix = Object.entries(faults).map(([name, fault], row) => ({
  name,
  fault,
  met: targets.filter((_target, column) => isWhole || (row * 3 + column) % 5 === 0),
}))

describe.each(matrix)('$name', ({ fault, met }) => {
  test.each(met)('at $step ends in one whole flow or an explained failure, and undoing leaves nothing', async ({ match }) => {
    const before = await alive()
    const { flowId, provisioningId } = await press()
    await emulator.control('POST', '/faults', { ...match, ...fault })
    await work(provisioningId)
    const first = await readProvisioning(flowId)
    expect(first?.state === 'failed' ? first.error?.code : 'whole').toMatch(/^(whole|adobe\..+|timeout|network|malformed)$/)
    if (first?.state === 'failed') {
      const { provisioningId: again } = await requestProvisioning({ flowId, kind: 'create' })
      await work(again)
    }
    expect((await readProvisioning(flowId))?.state).toBe('succeeded')
    expect(countAdded(before, await alive())).toEqual(wholeFlow)
    await undo(flowId)
    expect((await readProvisioning(flowId))?.lifecycle).toBe('deleted')
    expect(countAdded(before, await alive())).toEqual({})
  })
})

describe('a step that Adobe always refuses', () => {
  test.each(posts)('fails at $step at once with an explanation, and undoing leaves nothing', async ({ step, match }) => {
    const before = await alive()
    const { flowId, provisioningId } = await press()
    await emulator.control('POST', '/faults', { ...match, nth: 1, kind: 'status', status: 400, times: 'always', body: { message: 'no', errorCode: '9999-400' } })
    await work(provisioningId)
    const view = await readProvisioning(flowId)
    expect(view).toMatchObject({ state: 'failed', lifecycle: 'failed', error: { code: 'adobe.unknown', retryable: false, adobe: { message: 'no' } } })
    expect(view?.error?.mendAt).not.toBe('nowhere')
    expect(step.endsWith('schema') ? ['schema', 'adhoc-schema'] : [step]).toContain(view?.failedStep)
    await emulator.control('DELETE', '/faults')
    await undo(flowId)
    expect(countAdded(before, await alive())).toEqual({})
  })
})
