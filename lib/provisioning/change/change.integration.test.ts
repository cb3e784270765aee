import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FlowItem } from '@/lib/adobe/answers'
import { getFlow, patchFlow } from '@/lib/adobe/flow-service/flows'
import { createAdobeShared } from '@/lib/adobe/http'
import type { AdobeClient } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { closeDatabase, database } from '@/lib/data/database'
import { findFlow, type FlowRow } from '@/lib/data/flows'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { requestChange, requestChangeAgain } from '@/lib/data/request-change'
import { listFlowResources } from '@/lib/data/resources'
import { applyPlan } from '@/lib/documents/apply-plan'
import { planDocument } from '@/lib/documents/plan-document'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { completeOrExplain } from '../create-flow'
import { executeProvisioning } from '../execute-provisioning'
import { readProvisioning } from '../read-provisioning'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let client: AdobeClient
let scenes = 0
const ownerId = 'person-1'

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' })
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
  client = (await openWorkspace(scene.workspaceId)).client
})

beforeEach(() => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' }))
afterEach(() => emulator.control('DELETE', '/faults'))

afterAll(async () => {
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

type Hook = (method: string, url: URL, send: () => Promise<Response>) => Promise<Response> | undefined

const work = (provisioningId: string | undefined, hook: Hook = () => undefined) =>
  executeProvisioning(provisioningId ?? '', {
    patience: [0, 1, 2],
    lease: { leaseMs: 60_000, renewMs: 60_000 },
    adobe: {
      sleep: async () => undefined,
      shared: createAdobeShared(systemClock),
      fetch: ((input: URL, init: RequestInit = {}) => {
        const send = () => fetch(input, init)
        return hook(init.method ?? 'GET', new URL(input), send) ?? send()
      }) as typeof fetch,
    },
  })

/** A flow that lives in the emulator. */
async function makeFlow(): Promise<FlowRow & { adobeFlowId: string }> {
  scenes += 1
  const draftId = await scene.insertDraft(ownerId, `change ${scenes}`)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  await work(provisioningId)
  return flowOf(flowId)
}

async function flowOf(id: string) {
  const flow = await findFlow(id)
  if (flow?.adobeFlowId === undefined) throw new Error('the flow lives')
  return { ...flow, adobeFlowId: flow.adobeFlowId }
}

async function inAdobe(adobeFlowId: string): Promise<FlowItem> {
  const answer = await getFlow(client, adobeFlowId)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

const mappingOf = ({ transformations }: FlowItem) => transformations?.find(({ name }) => name === 'Mapping')?.params?.mappingId
const copyOf = ({ transformations }: FlowItem) => transformations?.find(({ name }) => name === 'Copy')
const setsInAdobe = async () => (await emulator.count('dev')).mappingSets

const renamedProduct = (definition: FlowDefinition): FlowDefinition => ({
  ...definition,
  mapping: { version: 1, rows: definition.mapping.rows.map((row) => (row.source === 'Product_Name' ? { ...row, source: 'Description' } : row)) },
})

const change = async (flow: FlowRow, target: FlowDefinition) => (await requestChange({ flowId: flow.id, target, requestedById: ownerId })).provisioningId

describe('a change of a living flow', () => {
  test('makes one new mapping set, names it in the flow, removes the old one, and a second time does nothing', async () => {
    const flow = await makeFlow()
    const before = await inAdobe(flow.adobeFlowId)
    const sets = await setsInAdobe()
    const target: FlowDefinition = {
      ...renamedProduct(flow.definition), description: 'Now with descriptions', schedule: { ...flow.definition.schedule, frequency: 'hour', interval: 2 } as FlowDefinition['schedule'],
    }
    const request = { workspaceId: scene.workspaceId, client, definition: target, nowMs: Date.now() }
    const plan = await planDocument(request)
    expect(plan).toMatchObject({ action: 'change', problems: [] })
    expect(plan.steps.filter(({ mode }) => mode !== 'reuse').map(({ key, mode }) => `${key} ${mode}`)).toEqual(['mapping-set create', 'flow change'])
    const { provisioningId } = await applyPlan(plan, scene.workspaceId, ownerId)
    expect(await readProvisioning(flow.id)).toMatchObject({ kind: 'change', state: 'queued', done: 0, total: 2 })
    await work(provisioningId)

    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 2, total: 2 })
    const after = await inAdobe(flow.adobeFlowId)
    expect(after).toMatchObject({ id: before.id, name: before.name, scheduleParams: { frequency: 'hour', interval: 2, startTime: before.scheduleParams?.startTime } })
    expect(after.description).toMatch(/^Now with descriptions · tributary-/)
    expect(copyOf(after)).toEqual(copyOf(before))
    expect(mappingOf(after)).not.toBe(mappingOf(before))
    expect(await setsInAdobe()).toMatchObject({ live: sets?.live, created: (sets?.created ?? 0) + 1 })
    const kept = await flowOf(flow.id)
    expect(kept.definition).toEqual(target)
    expect(kept.etag).toBe(after.etag)
    const rows = (await listFlowResources(flow.id)).filter(({ kind }) => kind === 'mapping-set')
    expect(rows.map(({ state, superseded, adobeId }) => ({ state, superseded, adobeId }))).toEqual([
      { state: 'deleted', superseded: true, adobeId: mappingOf(before) },
      { state: 'created', superseded: false, adobeId: mappingOf(after) },
    ])
    expect(await planDocument(request)).toMatchObject({ action: 'none', changes: [] })
  })

  test('of its name alone makes nothing new, and the next change still knows the mapping set', async () => {
    const flow = await makeFlow()
    const sets = await setsInAdobe()
    const renamed = { ...flow.definition, name: `${flow.name} renamed` }
    await work(await change(flow, renamed))
    expect((await inAdobe(flow.adobeFlowId)).name).toBe(renamed.name)
    const interval = { ...renamed, schedule: { ...renamed.schedule, interval: 45 } as FlowDefinition['schedule'] }
    await work(await change(flow, interval))
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'succeeded', name: renamed.name })
    expect(await setsInAdobe()).toEqual(sets)
  })

  test('of what Adobe ties to the flow is refused, and says of each thing why', async () => {
    const flow = await makeFlow()
    const { dataset } = flow.definition.target
    const definition = { ...flow.definition, target: { ...flow.definition.target, dataset: { ...dataset, name: 'Another' } } }
    const plan = await planDocument({ workspaceId: scene.workspaceId, client, definition, nowMs: Date.now() })
    expect(plan).toMatchObject({ action: 'blocked', changes: [{ path: 'target.dataset.name', isPossible: false, reason: 'dataset' }] })
    await expect(change(flow, definition)).rejects.toMatchObject({ explained: { code: 'documents.blocked' } })
  })

  test('tells what somebody has set in Adobe before it overwrites it', async () => {
    const flow = await makeFlow()
    const { etag = '' } = await inAdobe(flow.adobeFlowId)
    await patchFlow(client, flow.adobeFlowId, etag, [{ op: 'replace', path: '/scheduleParams/interval', value: 90 }])
    const definition = { ...flow.definition, schedule: { ...flow.definition.schedule, interval: 45 } as FlowDefinition['schedule'] }
    const plan = await planDocument({ workspaceId: scene.workspaceId, client, definition, nowMs: Date.now() })
    expect(plan.warnings).toEqual([{ path: 'schedule.interval', area: 'documents', code: 'changed-in-adobe', values: { found: '90' } }])
  })
})

describe('somebody else who changes the flow at the same moment', () => {
  const rival = (flow: { adobeFlowId: string }, path: string, value: unknown) => {
    let isDone = false
    const hook: Hook = (method, _url, send) => {
      if (method !== 'PATCH' || isDone) return undefined
      isDone = true
      return inAdobe(flow.adobeFlowId)
        .then(({ etag = '' }) => patchFlow(client, flow.adobeFlowId, etag, [{ op: 'replace', path, value }]))
        .then(send)
    }
    return hook
  }

  test('keeps what they have set, and this change comes through as well', async () => {
    const flow = await makeFlow()
    await work(await change(flow, renamedProduct(flow.definition)), rival(flow, '/scheduleParams/interval', 60))
    const after = await inAdobe(flow.adobeFlowId)
    expect(after.scheduleParams?.interval).toBe(60)
    expect(mappingOf(after)).toBe((await listFlowResources(flow.id)).find(({ kind, superseded }) => kind === 'mapping-set' && !superseded)?.adobeId)
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'succeeded' })
  })

  test('is not overruled where it is the same thing; going on then sets ours', async () => {
    const flow = await makeFlow()
    const target = { ...flow.definition, schedule: { ...flow.definition.schedule, interval: 45 } as FlowDefinition['schedule'] }
    await work(await change(flow, target), rival(flow, '/scheduleParams/interval', 60))
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'failed', lifecycle: 'live', failedStep: 'flow', error: { code: 'flow-changed-elsewhere' } })
    expect((await inAdobe(flow.adobeFlowId)).scheduleParams?.interval).toBe(60)
    await work((await requestChangeAgain({ flowId: flow.id }, 'on')).provisioningId)
    expect((await inAdobe(flow.adobeFlowId)).scheduleParams?.interval).toBe(45)
    expect((await flowOf(flow.id)).definition).toEqual(target)
  })
})

describe('a worker that dies', () => {
  const isPatch = (method: string) => method === 'PATCH'
  const isSet = (method: string, { pathname }: URL) => method === 'POST' && pathname.endsWith('/mappingSets')
  const never = new Promise<Response>(() => undefined)
  const points: [string, (method: string, url: URL) => boolean, 'before' | 'after'][] = [
    ['before the new mapping set is sent', isSet, 'before'],
    ['after Adobe has made the new mapping set', isSet, 'after'],
    ['between mapping set and patch', isPatch, 'before'],
    ['after Adobe has taken the patch', isPatch, 'after'],
  ]

  /** Works until the worker is silent for good, and has its lease run out. */
  async function dieAt(provisioningId: string, isPoint: (method: string, url: URL) => boolean, when: 'before' | 'after') {
    let reached: () => void = () => undefined
    const silent = new Promise<void>((resolve) => (reached = resolve))
    const hook: Hook = (method, url, send) => {
      if (!isPoint(method, url)) return undefined
      return (when === 'after' ? send() : Promise.resolve()).then(() => (reached(), never))
    }
    void work(provisioningId, hook)
    await silent
    await database().provisioning.update({ where: { id: provisioningId }, data: { leaseUntil: new Date(Date.now() - 60_000) } })
  }

  test.each(points)('%s: the next one goes on, and there is one mapping set', async (_name, isPoint, when) => {
    const flow = await makeFlow()
    const sets = await setsInAdobe()
    const target = renamedProduct(flow.definition)
    const provisioningId = await change(flow, target)
    await dieAt(provisioningId, isPoint, when)
    await work(provisioningId)
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'succeeded' })
    expect(await setsInAdobe()).toMatchObject({ live: sets?.live, created: (sets?.created ?? 0) + 1 })
    expect((await flowOf(flow.id)).definition).toEqual(target)
    const { provisioningId: undone } = await requestProvisioning({ flowId: flow.id, kind: 'undo' })
    await work(undone)
    expect((await setsInAdobe())?.live).toBe((sets?.live ?? 0) - 1)
  })
})

describe('going back', () => {
  test('from a change that failed half-way leaves flow and mapping sets as they were', async () => {
    const flow = await makeFlow()
    const before = await inAdobe(flow.adobeFlowId)
    const sets = await setsInAdobe()
    await emulator.control('POST', '/faults', { method: 'PATCH', path: '/**/flows/*', kind: 'status', status: 400, times: 'always', body: { message: 'no' } })
    const target = { ...renamedProduct(flow.definition), description: 'half' }
    await work(await change(flow, target))
    await emulator.control('DELETE', '/faults')
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'failed', lifecycle: 'live', kind: 'change' })
    expect(await planDocument({ workspaceId: scene.workspaceId, client, definition: flow.definition, nowMs: Date.now() })).toMatchObject({ action: 'change' })
    await work((await requestChangeAgain({ flowId: flow.id, requestedById: ownerId }, 'back')).provisioningId)
    const after = await inAdobe(flow.adobeFlowId)
    expect(after).toMatchObject({ description: before.description, transformations: before.transformations })
    expect((await setsInAdobe())?.live).toBe(sets?.live)
    expect((await flowOf(flow.id)).definition).toEqual(flow.definition)
    expect(await planDocument({ workspaceId: scene.workspaceId, client, definition: flow.definition, nowMs: Date.now() })).toMatchObject({ action: 'none' })
  })

  test('after the patch was taken and only its answer lost takes the patch back', async () => {
    const flow = await makeFlow()
    const before = await inAdobe(flow.adobeFlowId)
    await emulator.control('POST', '/faults', { method: 'PATCH', path: '/**/flows/*', kind: 'status', status: 400, when: 'after', body: { message: 'no' } })
    await work(await change(flow, { ...renamedProduct(flow.definition), name: `${flow.name} half` }))
    expect(await readProvisioning(flow.id)).toMatchObject({ state: 'failed' })
    expect((await inAdobe(flow.adobeFlowId)).name).toBe(`${flow.name} half`)
    await work((await requestChangeAgain({ flowId: flow.id }, 'back')).provisioningId)
    expect(await inAdobe(flow.adobeFlowId)).toMatchObject({ name: before.name, transformations: before.transformations })
  })
})
