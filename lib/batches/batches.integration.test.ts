import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPractice, type Practice } from '../../e2e/support/practice'
import { database } from '@/lib/data/database'
import { findBatch, insertBatch, waitAgain } from '@/lib/data/batches'
import { listOpenDrafts } from '@/lib/data/batch-items'
import { listDrafts } from '@/lib/data/drafts'
import { closeQueue } from '@/lib/jobs/queue'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'
import { paypal } from '@/lib/sources/paypal'
import { stripe } from '@/lib/sources/stripe'
import type { PaymentsSource } from '@/lib/sources/payments-source'
import { objectHintFor } from '@/lib/sources/object-hint'
import type { BatchTarget } from './batch-choices'
import { createBatchFlows, undoBatch } from './carry-out-batch'
import { importBatch } from './import-batch'
import { prepareBatch } from './prepare-batch'
import { proposeSharedSchema } from './propose-target'
import { readBatch } from './read-batch'
import { retitleSchema } from './retitle-schema'

const ownerId = 'person-1'
const schedule = { frequency: 'minute' as const, interval: 30, start: 'as-soon-as-created' as const, backfill: true }
const never = new AbortController().signal
let practice: Practice
let stripeConnectionId: string

beforeAll(async () => {
  practice = await openPractice()
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  const auth = { specName: stripe.authSpecName, params: { accessToken: 'sk_test_1' } }
  const made = await practice.call('POST', '/data/foundation/flowservice/connections', { name: 'Stripe shop', connectionSpec: stripe.connectionSpec, auth })
  stripeConnectionId = String(made.body['id'])
})

afterAll(async () => {
  await closeQueue()
  await practice.close()
})

beforeEach(async () => {
  await database().draft.deleteMany()
  await database().flow.deleteMany()
  await database().batch.deleteMany()
})

async function begin(source: PaymentsSource, baseConnectionId: string, objects: readonly string[], target: BatchTarget): Promise<string> {
  const { key: sourceKey, name: sourceName, kind: sourceKind, connectionSpec } = source
  const workspaceId = practice.workspace.id
  const drafts = objects.map((table) => ({
    answers: { source: { workspaceId, sourceKey, sourceName, sourceKind, connectionSpec, baseConnectionId, connectionName: `${sourceName} shop` }, data: { kind: sourceKind, table } },
    step: 'data' as const,
  }))
  const { batchId } = await insertBatch({ workspaceId, name: 'All of it', ownerId, choices: { target, schedule }, drafts })
  return batchId
}

const view = async (batchId: string) => {
  const found = await readBatch(batchId, ownerId)
  if (!found) throw new Error('There is no such batch.')
  return found
}

const shared = () => {
  const advice = proposeSharedSchema((stripe.resources ?? []).map((object) => objectHintFor(stripe, object)))
  if (!advice) throw new Error('The source gives no advice.')
  return { mode: 'one' as const, title: 'Stripe all', ...advice, dataset: 'one' as const }
}

const six = stripe.resources ?? []

const explored = async () => {
  const { calls } = (await (await fetch(`${practice.origin}/_emulator/calls`)).json()) as { calls: { path: string }[] }
  return calls.filter(({ path }) => path.includes('/explore')).length
}

test('six objects with a schema each are ready without another answer, each read once by however many prepare them', async () => {
  const batchId = await begin(stripe, stripeConnectionId, six, { mode: 'each' })
  const before = await explored()
  await Promise.all([prepareBatch(batchId, never), prepareBatch(batchId, never)])
  const { items, counts } = await view(batchId)
  expect(counts).toEqual({ ready: 6 })
  expect(items.map(({ name, problems, step }) => ({ name, problems, step }))).toContainEqual({ name: 'Stripe Charges', problems: [], step: 'review' })
  expect(await explored() - before).toBe(6)
  expect(await listDrafts(ownerId), 'drafts of a batch are found on its page').toEqual([])
})

test('six objects in one schema and one dataset are created over one account with one of each, and removed in the end', { timeout: 60_000 }, async () => {
  const before = await alive()
  const batchId = await begin(stripe, stripeConnectionId, six, shared())
  await prepareBatch(batchId, never)
  expect((await view(batchId)).counts).toEqual({ ready: 6 })
  expect(await createBatchFlows(batchId, ownerId)).toEqual({ count: 6 })
  expect(await createBatchFlows(batchId, ownerId), 'a second press finds nothing left to do').toEqual({ count: 0 })
  await workOnAll()
  const created = await view(batchId)
  expect(created.counts).toEqual({ live: 6 })
  expect(created.shared.map(({ kind, users, isReused }) => `${kind} ${users} ${isReused ? 'reused' : 'made'}`)).toEqual(['base-connection 6 reused', 'schema 6 made', 'dataset 6 made'])
  expect(await added(before)).toEqual({ classes: 6, schemas: 7, dataSets: 1, sourceConnections: 6, targetConnections: 6, mappingSets: 6, flows: 6 })

  expect(await undoBatch(batchId, ownerId)).toEqual({ count: 6 })
  await workOnAll()
  expect((await view(batchId)).counts).toEqual({ removed: 6 })
  expect(await added(before)).toEqual({})
})

test('a title that something else has taken is mended once for all, and stays that of one schema', { timeout: 60_000 }, async () => {
  const event = 'https://ns.adobe.com/xdm/context/experienceevent'
  await practice.call('POST', '/data/foundation/schemaregistry/tenant/schemas', { title: 'Stripe all', type: 'object', allOf: [{ $ref: event }] })
  const before = await alive()
  const batchId = await begin(stripe, stripeConnectionId, six, shared())
  await prepareBatch(batchId, never)
  // One of them is not asked for yet: its draft takes the new title too.
  const [late] = await listOpenDrafts(batchId, ownerId)
  await database().draft.update({ where: { id: late?.id ?? '' }, data: { preparation: 'failed' } })
  await createBatchFlows(batchId, ownerId)
  await database().draft.update({ where: { id: late?.id ?? '' }, data: { preparation: null } })
  await workOnAll()
  const refused = await view(batchId)
  expect(refused.counts).toEqual({ failed: 5, ready: 1 })
  expect(refused.items.map(({ takenTitle }) => takenTitle)).toEqual(refused.items.map(({ state }) => (state === 'failed' ? 'Stripe all' : undefined)))

  await expect(retitleSchema({ batchId, ownerId, from: 'Stripe all', to: 'Stripe all' })).rejects.toMatchObject({ explained: { code: 'adobe.title-taken' } })
  await expect(retitleSchema({ batchId, ownerId: 'somebody else', from: 'Stripe all', to: 'Stripe together' }))
    .rejects.toMatchObject({ explained: { code: 'batches.nothing-retitled' } })
  expect(await retitleSchema({ batchId, ownerId, from: 'Stripe all', to: 'Stripe together' })).toEqual({ count: 5 })
  expect(await createBatchFlows(batchId, ownerId)).toEqual({ count: 1 })
  await workOnAll()
  const created = await view(batchId)
  expect(created.counts).toEqual({ live: 6 })
  expect(created.shared.map(({ kind, name, users }) => `${kind} ${name} ${users}`).slice(1)).toEqual(['schema Stripe together 6', 'dataset Stripe together 6'])
  expect(await added(before)).toMatchObject({ schemas: 7, dataSets: 1, flows: 6 })
  await undoBatch(batchId, ownerId)
  await workOnAll()
})

test('what cannot be read says why, stops no other, and is read again on demand', async () => {
  const batchId = await begin(paypal, practice.connectionId, ['PayPal.Orders', 'PayPal.No_Such_Table'], { mode: 'each' })
  await prepareBatch(batchId, never)
  const { items, counts } = await view(batchId)
  expect(counts).toEqual({ ready: 1, unread: 1 })
  expect(items.find(({ state }) => state === 'unread')).toMatchObject({ object: 'PayPal.No_Such_Table', error: { code: expect.stringContaining('adobe.') as string } })
  expect(await waitAgain(batchId, ownerId)).toBe(1)
  expect((await view(batchId)).counts).toEqual({ ready: 1, preparing: 1 })
})

test('where nobody advises a class, the draft asks for it and says in which step', async () => {
  const unknown = { ...paypal, key: `spec-${paypal.connectionSpec.id}` }
  const batchId = await begin(unknown, practice.connectionId, ['PayPal.Orders'], { mode: 'each' })
  await prepareBatch(batchId, never)
  const { items, counts } = await view(batchId)
  expect(counts).toEqual({ lacking: 1 })
  expect(items[0]).toMatchObject({ step: 'target', problems: [{ step: 'target', code: 'class-missing' }, { code: 'mapping-empty' }] })
  expect(await createBatchFlows(batchId, ownerId)).toEqual({ count: 0 })
})

test('several documents become the drafts of one batch, ready where every name is found', async () => {
  const { definition } = practice
  const elsewhere = { ...definition, name: 'Elsewhere', source: { ...definition.source, connectionName: 'Nobody’s shop' } }
  const { batchId } = await importBatch({ workspaceId: practice.workspace.id, name: 'Documents', definitions: [definition, elsewhere], ownerId, nowMs: Date.now() })
  const { items } = await view(batchId)
  expect(items).toMatchObject([{ name: 'Elsewhere', state: 'lacking', step: 'source' }, { name: 'Products', state: 'ready', step: 'review' }])
  expect((await findBatch(batchId))?.choices).toBeUndefined()
})

/** What the workers do, here one after the other within a flow and all flows beside each other. */
async function workOnAll() {
  const waiting = await database().provisioning.findMany({ where: { state: { in: ['queued', 'running'] } }, select: { id: true } })
  await Promise.all(waiting.map(({ id }) => executeProvisioning(id, { patience: [0, 20, 60], owner: `owner-${id}` })))
  const left = await database().provisioning.count({ where: { state: { in: ['queued', 'running'] } } })
  // On a busy machine a lease may lapse; somebody goes on then.
  if (left > 0) await workOnAll()
}

async function alive(): Promise<Record<string, number>> {
  const { sandboxes } = JSON.parse(`{"sandboxes":${await practice.counts()}}`) as { sandboxes: Record<string, Record<string, { live: number }>> }
  return Object.fromEntries(Object.entries(sandboxes[practice.workspace.sandbox] ?? {}).map(([kind, { live }]) => [kind, live]))
}

async function added(before: Record<string, number>): Promise<Record<string, number>> {
  const now = Object.entries(await alive()).filter(([kind]) => !['runs', 'batches'].includes(kind))
  return Object.fromEntries(now.map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, more]) => more !== 0))
}
