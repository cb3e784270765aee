import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBaseConnection, exploreResource } from '@/lib/adobe/flow-service/connections'
import { findFlowSpecForSource, getFlowSpec, supportsDrafts } from '@/lib/adobe/flow-service/specs'
import { createAdobeShared } from '@/lib/adobe/http'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { listFlowCalls } from '@/lib/data/calls'
import { closeDatabase, database } from '@/lib/data/database'
import { findFlow } from '@/lib/data/flows'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { closeQueue } from '@/lib/jobs/queue'
import { completeOrExplain } from '@/lib/provisioning/create-flow'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'
import type { Result } from '@/lib/result'
import { hierarchyOf, wrapRows } from '@/lib/sources/hierarchy'
import { stripe } from '@/lib/sources/stripe'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { checkResources } from './check-resources'
import { publishFlow } from './publish-flow'
import { readFlowOverview } from './read-flow'
import { syncWorkspace } from './sync-workspace'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let client: AdobeClient
let charges: (answers: DraftAnswers) => void

beforeAll(async () => {
  place = await createTestDatabase()
  emulator = await startEmulatorProcess({ clock: 'manual' })
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env })
  await database().user.create({ data: { id: 'ada', name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
  client = (await openWorkspace(scene.workspaceId)).client
  charges = await stripeCharges()
})

afterAll(async () => {
  await closeQueue()
  await closeDatabase()
  await emulator.stop()
  await place.drop()
})

function good<T>(result: Result<T, AdobeError>): T {
  if (result.ok) return result.data
  throw new Error(`${result.error.path}: ${result.error.message}`)
}

/** The scene's draft about Stripe's charges, kept as a draft in Adobe. */
async function stripeCharges() {
  const { connectionSpec, authSpecName, flowSpecName } = stripe
  const { id } = good(await createBaseConnection(client, { name: 'Stripe', connectionSpec, authSpecName, params: { accessToken: 'given' } }))
  const { schema, data } = good(await exploreResource(client, id, 'charges', { preview: true }))
  const flowSpec = good(await findFlowSpecForSource(client, { connectionSpecId: connectionSpec.id, flowSpecName }))
  return (answers: DraftAnswers) => {
    answers.source = { ...answers.source, sourceKey: stripe.key, connectionSpec, baseConnectionId: id, connectionName: 'Stripe' }
    answers.data = { kind: 'rest', table: 'charges', columns: hierarchyOf(schema, wrapRows(schema, data ?? [])).columns }
    answers.mapping = { document: { version: 1, rows: [{ id: 'a', sourceType: 'ATTRIBUTE', source: 'data.id', destination: '_id' }, { id: 'b', sourceType: 'ATTRIBUTE', source: 'data.id', destination: 'productID' }] } }
    answers.schedule = { ...answers.schedule, flowSpec: { id: flowSpec?.id ?? '', version: '1.0' }, takesDelta: false, supportsDrafts: true }
    answers.review = { ...answers.review, asDraft: true }
  }
}

async function makeDraft(tail: string) {
  const draftId = await scene.insertDraft('ada', tail, charges)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId: 'ada', complete: completeOrExplain })
  await executeProvisioning(provisioningId ?? '', { adobe: { shared: createAdobeShared(systemClock) } })
  return flowId
}

const advance = (minutes: number) => emulator.control('POST', '/clock', { advanceSeconds: minutes * 60 })

test('a draft in Adobe runs nothing; published, connections before flow, it runs, and the ledger keeps up', async () => {
  const flowId = await makeDraft('kept')
  expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live' })
  await advance(40)
  await syncWorkspace(scene.workspaceId)
  expect(await readFlowOverview(flowId)).toMatchObject({ state: 'draft', adobeState: 'draft', strip: [] })

  await publishFlow(flowId)
  const calls = await listFlowCalls(flowId, { take: 200 })
  const published = calls.items.filter(({ path }) => path.includes('op=publish')).toReversed().map(({ path }) => path.split('/')[4])
  expect(published.slice(0, 2).toSorted()).toEqual(['sourceConnections', 'targetConnections'])
  expect(published.slice(2)).toEqual(['flows'])
  expect((await findFlow(flowId))?.definition.asDraft).toBeUndefined()
  expect(await readFlowOverview(flowId)).toMatchObject({ state: 'waiting', adobeState: 'enabled' })
  expect((await checkResources(flowId)).filter(({ outcome }) => outcome !== 'same')).toEqual([])

  await advance(10)
  await syncWorkspace(scene.workspaceId)
  expect((await readFlowOverview(flowId))?.lastEnded?.read).toBeGreaterThan(0)
  await publishFlow(flowId)
  expect((await listFlowCalls(flowId, { take: 200 })).items.filter(({ path }) => path.includes('op=publish'))).toHaveLength(3)
})

test('publishing that Adobe refuses half way goes on where it stopped', async () => {
  const flowId = await makeDraft('stopped')
  await emulator.control('POST', '/faults', { method: 'POST', path: '/**/flows/*/action', nth: 1, kind: 'status', status: 400, body: { message: 'not now' } })
  await expect(publishFlow(flowId)).rejects.toMatchObject({ explained: { adobe: { message: 'not now' } } })
  expect((await readFlowOverview(flowId))?.adobeState).toBe('draft')
  await publishFlow(flowId)
  expect((await readFlowOverview(flowId))?.adobeState).toBe('enabled')
})

test('a draft is undone like everything else', async () => {
  const before = await emulator.count('dev')
  const flowId = await makeDraft('undone')
  const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo' })
  await executeProvisioning(provisioningId, { adobe: { shared: createAdobeShared(systemClock) } })
  const after = await emulator.count('dev')
  for (const kind of ['flows', 'sourceConnections', 'targetConnections', 'schemas', 'dataSets']) {
    expect(after[kind]?.live ?? 0, kind).toBe(before[kind]?.live ?? 0)
  }
})

test('drafts are offered where both specifications support them, and nowhere else', async () => {
  const supports = async (name: string, connectionSpecId: string) => {
    const spec = good(await findFlowSpecForSource(client, { connectionSpecId, flowSpecName: name }))
    return spec && supportsDrafts(client, good(await getFlowSpec(client, spec.id)), connectionSpecId)
  }
  expect(await supports('RestStorageToAEP', stripe.connectionSpec.id)).toBe(true)
  expect(await supports('CRMToAEP', '221c7626-58f6-4eec-8ee2-042b0226f03b')).toBe(false)
})
