import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAdobeShared } from '@/lib/adobe/http'
import { systemClock } from '@/lib/clock'
import { listFlowCalls } from '@/lib/data/calls'
import { closeDatabase, database } from '@/lib/data/database'
import { findFlow } from '@/lib/data/flows'
import { claimLease, renewLease } from '@/lib/data/leases'
import { openLedger } from '@/lib/data/ledger'
import { LeaseLost } from '@/lib/data/lease-lost'
import { findProvisioning, listUnattended } from '@/lib/data/provisionings'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { listFlowResources } from '@/lib/data/resources'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { mappingKey } from '@/lib/flows/mapping-key'
import { AdobeModel, type Fault, type ModelCall } from '@/lib/testing/adobe-model'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { createWorkspace } from '@/lib/workspaces/workspaces'
import { completeOrExplain } from './create-flow'
import { executeProvisioning } from './execute-provisioning'
import { provisioningView } from './provisioning-view'
import type { Intent } from './ledger'
import { readProvisioning } from './read-provisioning'

let place: TestDatabase
let workspaceId: string
const ownerId = 'person-1'

beforeAll(async () => {
  place = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: place.url })
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  const { id } = await createWorkspace(
    {
      name: 'Acme', platformOrigin: 'https://platform.adobe.io', imsOrigin: 'https://ims-na1.adobelogin.com', orgId: 'ACME@AdobeOrg',
      clientId: 'client', clientSecret: 'p8e-canary-secret', scopes: 'openid', sandbox: 'dev',
    },
    ownerId,
  )
  workspaceId = id
})

afterAll(async () => {
  await closeDatabase()
  await place.drop()
})

beforeEach(async () => {
  await database().draft.deleteMany()
  await database().flow.deleteMany()
})

async function insertDraft(change: (answers: DraftAnswers) => void = () => undefined): Promise<string> {
  const answers = wholeAnswers()
  answers.source = { ...answers.source, workspaceId }
  change(answers)
  const { id } = await database().draft.create({ data: { ownerId, answers: answers as object, workspaceId } })
  return id
}

async function press(draftId: string) {
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  return { flowId, provisioningId: provisioningId ?? '' }
}

/** Each test's worker has tokens and circuits of its own. */
const workOn = (adobe: AdobeModel, provisioningId: string, options: { owner?: string; leaseMs?: number } = {}) =>
  executeProvisioning(provisioningId, {
    patience: [0, 5],
    lease: { leaseMs: options.leaseMs ?? 5_000, renewMs: 500 },
    ...(options.owner !== undefined && { owner: options.owner }),
    adobe: { fetch: adobe.fetch, sleep: async () => undefined, shared: createAdobeShared(systemClock) },
  })

const view = async (flowId: string) => provisioningView.parse(await readProvisioning(flowId))

const refusing = (isMeant: (call: ModelCall) => boolean, fault: Fault = { kind: 'status', status: 400, body: { errorCode: '1360-400', message: 'start' } }) => {
  const state = { isRefusing: true }
  return { state, adobe: new AdobeModel({ faultFor: (call) => (state.isRefusing && isMeant(call) ? fault : undefined) }) }
}
const isFlowPost = ({ method, path }: ModelCall) => method === 'POST' && path.endsWith('/flows')

describe('pressing Create', () => {
  test('twice at the same moment gives one flow and one provisioning', async () => {
    const draftId = await insertDraft()
    const answers = await Promise.all([press(draftId), press(draftId), press(draftId)])
    expect(new Set(answers.map(({ flowId }) => flowId)).size).toBe(1)
    expect(await database().provisioning.count()).toBe(1)
    expect(answers.filter(({ provisioningId }) => provisioningId !== '')).toHaveLength(1)
  })

  test('of a draft that lacks something makes nothing and says which step', async () => {
    const draftId = await insertDraft((answers) => delete answers.schedule)
    await expect(press(draftId)).rejects.toMatchObject({ explained: { code: 'draft-incomplete', mendAt: 'schedule' } })
    expect(await database().flow.count()).toBe(0)
  })
})

describe('a creation', () => {
  test('ends with one of each, every id and call written down, and the flow live', async () => {
    const adobe = new AdobeModel()
    const { flowId, provisioningId } = await press(await insertDraft())
    expect(await view(flowId)).toMatchObject({ state: 'queued', done: 0, total: 9, lifecycle: 'provisioning' })
    await workOn(adobe, provisioningId)

    const seen = await view(flowId)
    expect(seen).toMatchObject({ state: 'succeeded', done: 9, total: 9, lifecycle: 'live', kind: 'create' })
    expect(seen.steps.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'base-connection reused', 'flow-spec done', 'adhoc-class done', 'adhoc-schema done', 'schema done',
      'source-connection done', 'dataset done', 'mapping-set done', 'target-connection done', 'flow done',
    ])
    expect(await findProvisioning(provisioningId)).toMatchObject({ stepsDone: 9, stepsTotal: 9 })
    const flow = await findFlow(flowId)
    expect(flow?.adobeFlowId).toBe(adobe.of('flows')[0]?.id)
    expect(flow?.etag).toBeDefined()
    const resources = await listFlowResources(flowId)
    const calls = await listFlowCalls(flowId, { take: 200 })
    for (const row of resources.filter(({ state }) => state === 'created')) {
      const call = calls.items.find(({ id }) => id === row.callId)
      expect(call, row.stepKey).toMatchObject({ method: 'POST', stepKey: row.stepKey })
      expect(JSON.stringify(call?.requestBody)).toContain(row.marker)
    }
    expect(JSON.stringify(calls)).not.toContain('canary')
  })

  test('that was delivered twice is executed once', async () => {
    const adobe = new AdobeModel()
    const { provisioningId } = await press(await insertDraft())
    await Promise.all([workOn(adobe, provisioningId, { owner: 'a' }), workOn(adobe, provisioningId, { owner: 'b' })])
    expect(adobe.created).toBe(8)
  })

  test('that Adobe refuses says why and where to mend it, and goes on from there', async () => {
    const { adobe, state } = refusing(isFlowPost)
    const { flowId, provisioningId } = await press(await insertDraft())
    await workOn(adobe, provisioningId)
    const failed = await view(flowId)
    expect(failed).toMatchObject({ state: 'failed', lifecycle: 'failed', failedStep: 'flow', error: { code: 'adobe.start-passed', mendAt: 'schedule' } })
    expect(failed.steps.find(({ key }) => key === 'flow')).toMatchObject({ state: 'failed', error: { code: 'adobe.start-passed' } })

    state.isRefusing = false
    const again = await requestProvisioning({ flowId, kind: 'create', revise: completeOrExplain })
    await workOn(adobe, again.provisioningId)
    expect(await view(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 9 })
    expect(adobe.created).toBe(8)
  })

  test('goes on after an edit with only what depends on it made anew, and without what became superfluous', async () => {
    const { adobe, state } = refusing(isFlowPost)
    const draftId = await insertDraft()
    const { flowId, provisioningId } = await press(draftId)
    await workOn(adobe, provisioningId)
    const before = new Map((await view(flowId)).steps.map(({ key, adobeId }) => [key, adobeId]))

    const answers = wholeAnswers()
    answers.source = { ...answers.source, workspaceId }
    answers.target = { ...answers.target, fieldGroupIds: ['https://ns.adobe.com/xdm/mixins/product/one'] }
    const verdict = { key: mappingKey(answers.data, answers.target) ?? '', mapped: 1, required: 0, requiredMapped: 0, errors: 0, warnings: 0 }
    answers.mapping = { ...answers.mapping, verdict }
    await database().draft.update({ where: { id: draftId }, data: { answers: answers as object } })
    state.isRefusing = false
    const again = await requestProvisioning({ flowId, kind: 'create', revise: completeOrExplain })
    await workOn(adobe, again.provisioningId)

    const after = await view(flowId)
    expect(after).toMatchObject({ state: 'succeeded', done: 9 })
    const changed = after.steps.filter(({ key, adobeId }) => before.get(key) !== adobeId).map(({ key }) => key)
    expect(changed).toEqual(['schema', 'dataset', 'mapping-set', 'target-connection', 'flow'])
    expect(adobe.things.size).toBe(8)
  })
})

describe('undoing', () => {
  test('leaves Adobe as it was, keeps what was reused, and gives the draft back', async () => {
    const { adobe } = refusing(isFlowPost)
    const draftId = await insertDraft()
    const { flowId, provisioningId } = await press(draftId)
    await workOn(adobe, provisioningId)
    const undo = await requestProvisioning({ flowId, kind: 'undo' })
    await workOn(adobe, undo.provisioningId)
    expect(adobe.things.size).toBe(0)
    const seen = await view(flowId)
    expect(seen).toMatchObject({ kind: 'undo', state: 'succeeded', lifecycle: 'deleted', done: 7, total: 7 })
    expect(seen.steps[0]).toMatchObject({ key: 'base-connection', state: 'reused' })
    expect((await database().draft.findUnique({ where: { id: draftId } }))?.flowId).toBeNull()
  })

  test('reports what Adobe keeps, leaves what that needs alone, and finishes later', async () => {
    const adobe = new AdobeModel()
    const { flowId, provisioningId } = await press(await insertDraft())
    await workOn(adobe, provisioningId)
    const stuck = refusing(({ method, path }) => method === 'DELETE' && path.includes('/dataSets/'), { kind: 'status', status: 403 })
    for (const [id, thing] of adobe.things) stuck.adobe.things.set(id, thing)
    const first = await requestProvisioning({ flowId, kind: 'undo' })
    await workOn(stuck.adobe, first.provisioningId)
    expect(await view(flowId)).toMatchObject({ state: 'failed', lifecycle: 'deleting', error: { code: 'parts-left-behind', values: { count: 2 } } })
    expect([...stuck.adobe.things.values()].map(({ collection }) => collection)).toEqual(['schemas', 'dataSets'])

    stuck.state.isRefusing = false
    const second = await requestProvisioning({ flowId, kind: 'undo' })
    await workOn(stuck.adobe, second.provisioningId)
    expect(stuck.adobe.things.size).toBe(0)
    expect(await view(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'deleted' })
  })

  test('calls a running creation off, waits until it has let go, and then removes all of it', async () => {
    const { flowId, provisioningId } = await press(await insertDraft())
    let undoId = ''
    const adobe: AdobeModel = new AdobeModel({
      onCall: async ({ method, path }) => {
        if (undoId !== '' || method !== 'POST' || !path.endsWith('/mappingSets')) return
        undoId = (await requestProvisioning({ flowId, kind: 'undo' })).provisioningId
        // The creation still holds its lease here, so the removal must not begin.
        await workOn(adobe, undoId, { owner: 'other' })
        expect(adobe.calls.some((call) => call.method === 'DELETE')).toBe(false)
      },
    })
    await workOn(adobe, provisioningId)
    await workOn(adobe, undoId, { owner: 'other' })
    expect(adobe.things.size).toBe(0)
    expect(await view(flowId)).toMatchObject({ kind: 'undo', state: 'succeeded', lifecycle: 'deleted' })
  })
})

describe('the lease', () => {
  test('refuses every write of a worker that was replaced', async () => {
    const { provisioningId } = await press(await insertDraft())
    const first = (await claimLease(provisioningId, 'a', 1))?.lease
    if (!first) throw new Error('no lease')
    const second = await claimUntilFree(provisioningId)
    await expect(openLedger(first).recordProgress(1, 9)).rejects.toBeInstanceOf(LeaseLost)
    expect(await renewLease(first, 1_000)).toBe('lost')
    expect(second.fence).toBe(first.fence + 1)
    await openLedger(second).recordProgress(1, 9)
  })

  test('that the database lost in a crash, and gave to somebody else under the same number, writes nothing', async () => {
    const { provisioningId } = await press(await insertDraft())
    const lost = (await claimLease(provisioningId, 'a', 60_000))?.lease
    if (!lost) throw new Error('no lease')
    await database().provisioning.update({ where: { id: provisioningId }, data: { state: 'queued', fence: 0, leaseUntil: null, leaseOwner: null } })
    const again = (await claimLease(provisioningId, 'a', 60_000))?.lease
    expect(again?.fence).toBe(lost.fence)
    const intent: Intent = { stepKey: 'schema', kind: 'schema', name: 'one', marker: `m ${provisioningId}`, inputHash: 'x', look: { kind: 'schema', name: 'one' } }
    const work = { intents: [intent], reused: [], again: [] }
    await expect(openLedger(lost).begin(work)).rejects.toBeInstanceOf(LeaseLost)
    expect(await database().resource.count({ where: { marker: intent.marker } })).toBe(0)
    expect(again && (await openLedger(again).begin(work))).toHaveLength(1)
  })

  test('is taken by one of two that ask at the same moment', async () => {
    const { provisioningId } = await press(await insertDraft())
    const claims = await Promise.all([claimLease(provisioningId, 'a', 60_000), claimLease(provisioningId, 'b', 60_000)])
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
  })

  test('that ran out is found by the sweep', async () => {
    const { provisioningId } = await press(await insertDraft())
    await database().provisioning.update({ where: { id: provisioningId }, data: { createdAt: new Date(Date.now() - 60_000) } })
    expect(await listUnattended()).toEqual([provisioningId])
    await claimLease(provisioningId, 'a', 60_000)
    expect(await listUnattended()).toEqual([])
    await database().provisioning.update({ where: { id: provisioningId }, data: { leaseUntil: new Date(Date.now() - 1) } })
    expect(await listUnattended()).toEqual([provisioningId])
  })
})

async function claimUntilFree(provisioningId: string) {
  for (;;) {
    const claim = await claimLease(provisioningId, 'b', 60_000)
    if (claim) return claim.lease
  }
}
