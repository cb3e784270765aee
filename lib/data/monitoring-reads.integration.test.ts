import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readFlowCursor, readRunCursor, writeCursor } from '@/lib/monitoring/page-cursor'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { forgetWorkspaces, insertWorkspaceForTest } from '@/lib/testing/workspace-for-test'
import { closeDatabase, database } from './database'
import { countFlowsByState, listFlowItems, type FlowListQuery } from './flow-list'
import { findRunFacts, findStripRuns } from './run-facts'
import { findLosses, sumRuns } from './run-figures'
import { findNeighbours, listRuns, saveRuns, type RunCursor } from './runs'

let testDatabase: TestDatabase
let workspaceId: string

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: testDatabase.url })
})
afterAll(async () => {
  await closeDatabase()
  await testDatabase.drop()
})
beforeEach(async () => {
  await forgetWorkspaces()
  workspaceId = await insertWorkspaceForTest()
})

async function addFlow(name: string, health = 'healthy', lifecycle = 'live', table = 'T') {
  const definition = { source: { key: 'paypal' }, data: { kind: 'table', table } }
  return (await database().flow.create({ data: { workspaceId, name, definition, bindings: {}, lifecycle, health } })).id
}

async function readAllPages(query: Omit<FlowListQuery, 'take' | 'after'>, take: number) {
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await listFlowItems({ ...query, take, after: readFlowCursor(after) })
    names.push(...page.map(({ name }) => name))
    const last = page.at(-1)
    after = last && writeCursor(last.cursor)
  } while (after !== undefined)
  return names
}

describe('the list of flows', () => {
  test('shows what needs somebody first, and every flow on exactly one page, twins by name included', async () => {
    await addFlow('b')
    await addFlow('a')
    await addFlow('a')
    await addFlow('Z', 'failing')
    await addFlow('m', 'late')
    await addFlow('half made', 'waiting', 'failed')
    await addFlow('gone', 'healthy', 'deleted')
    const expected = ['Z', 'half made', 'm', 'a', 'a', 'b']
    for (const take of [1, 2, 5, 100]) expect(await readAllPages({}, take), String(take)).toEqual(expected)
    expect(await readAllPages({ order: 'name' }, 2)).toEqual(['a', 'a', 'b', 'half made', 'm', 'Z'])
  })

  test('finds by text in name and table, and takes wildcards as the characters they are', async () => {
    await addFlow('Orders 100%', 'healthy', 'live', 'PayPal.Orders')
    await addFlow('Products', 'healthy', 'live', 'PayPal.Catalog_Products')
    expect(await readAllPages({ text: 'ORDERS' }, 10)).toEqual(['Orders 100%'])
    expect(await readAllPages({ text: 'catalog_' }, 10)).toEqual(['Products'])
    expect(await readAllPages({ text: '0%' }, 10)).toEqual(['Orders 100%'])
    expect(await readAllPages({ text: '_rders' }, 10)).toEqual([])
    expect(await readAllPages({ text: String.raw`\ '; DROP TABLE flow` }, 10)).toEqual([])
  })

  test('is narrowed by state and workspace, and counts agree with it', async () => {
    await addFlow('a', 'failing')
    await addFlow('b', 'paused')
    await addFlow('c', 'healthy', 'provisioning')
    const elsewhere = await insertWorkspaceForTest('Prod')
    expect(await readAllPages({ states: ['failing', 'setup'] }, 10)).toEqual(['a', 'c'])
    expect(await readAllPages({ workspaceId: elsewhere }, 10)).toEqual([])
    expect(await countFlowsByState()).toEqual({ failing: 1, paused: 1, setup: 1 })
    expect(await countFlowsByState(elsewhere)).toEqual({})
  })
})

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute))
const run = (id: string, startedAt: Date | undefined, more: object = {}) => ({
  adobeRunId: id, adobeFlowId: 'f', status: 'success' as const, startedAt, completedAt: startedAt, windowStart: undefined, windowEnd: undefined,
  recordsRead: 10, recordsWritten: 9, recordsFailed: 1, bytesRead: 100, bytesWritten: 90, errors: [], raw: { id, more }, ...more,
})

describe('runs', () => {
  test('come on exactly one page each, those not begun first, those of one moment in one order', async () => {
    const flowId = await addFlow('a')
    const moments = [undefined, undefined, at(1), at(1), at(1), at(2), at(3)]
    await saveRuns(moments.map((moment, index) => ({ flowId, run: run(`r${index}`, moment) })))
    for (const take of [1, 2, 3]) {
      const seen: (Date | undefined)[] = []
      const ids = new Set<string>()
      let after: RunCursor | undefined
      for (;;) {
        const page = await listRuns(flowId, { take, after })
        if (page.length === 0) break
        for (const one of page) {
          seen.push(one.startedAt)
          ids.add(one.id)
        }
        const last = page.at(-1)
        after = last && readRunCursor(writeCursor({ id: last.id, startedAt: last.startedAt?.toISOString() }))
      }
      expect(seen, String(take)).toEqual([undefined, undefined, at(3), at(2), at(1), at(1), at(1)])
      expect(ids.size).toBe(7)
    }
  })

  test('are stepped through from the oldest to the newest and back', async () => {
    const flowId = await addFlow('a')
    await saveRuns([1, 2, 2, 3].map((minute, index) => ({ flowId, run: run(`r${index}`, at(minute)) })))
    const [newest] = await listRuns(flowId, { take: 1 })
    const walked: string[] = []
    for (let here = newest; here; ) {
      walked.push(here.adobeRunId)
      const { olderId } = await findNeighbours(here)
      here = (await listRuns(flowId, { take: 10 })).find(({ id }) => id === olderId)
    }
    expect(new Set(walked).size).toBe(4)
    expect(walked.at(-1)).toBe('r0')
  })

  test('with characters and figures a database cannot hold are stored all the same', async () => {
    const flowId = await addFlow('a')
    await saveRuns([{ flowId, run: run('r', at(1), { recordsRead: 5e12, errors: [{ code: 'X', message: 'a\u0000b' }] }) }])
    expect(await listRuns(flowId, { take: 1 })).toMatchObject([{ recordsRead: 2_147_483_647, errors: [{ message: 'ab' }] }])
  })

  test('add up by when they began, and what they lost by why', async () => {
    const flowId = await addFlow('a')
    const lost = (recordCount: number) => ({ errors: [{ code: 'MAPPER-3700-400', message: 'm', recordCount }, { code: 'INGEST-1555-400', message: 'i', recordCount: 1 }] })
    await saveRuns([
      { flowId, run: run('before', at(0), lost(99)) },
      { flowId, run: run('a', at(5), lost(3)) },
      { flowId, run: run('b', at(6), { ...lost(4), status: 'failed' }) },
    ])
    expect(await sumRuns(at(1), at(10), flowId)).toEqual({ runs: 2, failedRuns: 1, read: 20, written: 18, failed: 2, bytes: 200 })
    expect(await sumRuns(at(1), at(10))).toEqual(await sumRuns(at(1), at(10), flowId))
    expect(await findLosses(flowId, at(1), at(10))).toMatchObject([
      { code: 'MAPPER-3700-400', recordCount: 7, runs: 2 },
      { code: 'INGEST-1555-400', recordCount: 2, runs: 2 },
    ])
  })

  test('of many flows are found with one question, each flow its own', async () => {
    const ids = [await addFlow('a'), await addFlow('b'), await addFlow('c')]
    const [a = '', b = '', c = ''] = ids
    await saveRuns([
      ...[1, 2, 3].map((minute) => ({ flowId: a, run: run(`a${minute}`, at(minute)) })),
      { flowId: b, run: run('b1', at(1)) },
      { flowId: b, run: run('b2', at(2), { status: 'inProgress', completedAt: undefined }) },
    ])
    const strips = await findStripRuns(ids, 2)
    expect(strips.get(a)?.map(({ startedAt }) => startedAt)).toEqual([at(2), at(3)])
    expect(strips.get(c)).toEqual([])
    const facts = await findRunFacts(ids)
    expect(facts.get(b)).toMatchObject({ lastEnded: { startedAt: at(1) }, lastStartedAt: at(2) })
    expect(facts.get(c)).toEqual({ lastEnded: undefined, lastStartedAt: undefined })
  })
})
