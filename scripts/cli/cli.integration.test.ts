import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestEmulator, type TestEmulator } from '../../emulator/testing/test-emulator'
import { closeDatabase } from '@/lib/data/database'
import { sourceColumn, type FlowDefinition } from '@/lib/flows/flow-definition'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { ensurePracticeWorkspace } from '@/lib/workspaces/practice-workspace'
import { root } from '../lib/project'

const paypal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const keys = { TRIBUTARY_MASTER_KEY: '0'.repeat(64), TRIBUTARY_SESSION_SECRET: 'session-secret-of-a-test-run-only' }

let place: TestDatabase
let emulator: TestEmulator
let server: ServerType
let origin = ''
let folder = ''
let definition: FlowDefinition

beforeAll(async () => {
  place = await createTestDatabase()
  emulator = await openTestEmulator({ clock: 'real' })
  origin = await new Promise<string>((resolve) => {
    server = serve({ fetch: emulator.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
  const { orgId, credential } = emulator
  const practice = { EMULATOR_URL: origin, EMULATOR_ORG_ID: orgId, EMULATOR_CLIENT_ID: credential.clientId, EMULATOR_CLIENT_SECRET: credential.clientSecret }
  stubEnvironment({ DATABASE_URL: place.url, ...practice, ...keys })
  await ensurePracticeWorkspace()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-cli-'))
  const call = (method: string, address: string, body?: unknown) =>
    emulator.call(method, `/data/foundation/flowservice${address}`, { sandbox: 'dev', ...(body ? { body } : {}) })
  const account = await call('POST', '/connections', {
    name: 'PayPal shop', connectionSpec: paypal,
    auth: { specName: 'Client-Id-Secret Based Authentication', params: { host: 'api.sandbox.paypal.com', clientId: 'a', clientSecret: 'b' } },
  })
  const explored = await call('GET', `/connections/${String(account.body['id'])}/explore?objectType=table&object=PayPal.Catalog_Products`)
  const columns = sourceColumn.array().parse((explored.body['schema'] as { columns: unknown }).columns)
  definition = {
    kind: 'tributary/flow', version: 1, name: 'Products',
    source: { key: 'paypal', connectionSpec: paypal, connectionName: 'PayPal shop' },
    data: { kind: 'table', table: 'PayPal.Catalog_Products', columns, deltaColumn: 'updatedAt' },
    rawSchema: { mode: 'adhoc', classTitle: 'Products raw class', schemaTitle: 'Products raw' },
    target: {
      schema: { mode: 'build', title: 'Products', classId: 'https://ns.adobe.com/xdm/classes/product', fieldGroupIds: ['https://ns.adobe.com/xdm/mixins/product-category'] },
      dataset: { mode: 'new', name: 'Products' },
    },
    mapping: { version: 1, rows: [
      { id: '1', sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' },
      { id: '2', sourceType: 'ATTRIBUTE', source: 'Product_Name', destination: 'productName' },
    ] },
    schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
  }
})

afterAll(async () => {
  await closeDatabase()
  server.close()
  emulator.close()
  await place.drop()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Outcome = { code: number; stdout: string; stderr: string }

/** Runs the very program behind `npx tributary`, without its first mile (which would install packages). */
function tributary(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...keys, DATABASE_URL: place.url, EMULATOR_URL: origin, TRIBUTARY_DIR: folder, TRIBUTARY_CWD: folder, LOG_LEVEL: 'error', NO_PROXY: '127.0.0.1' }
  return new Promise((resolve) => {
    const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/cli/main.ts', ...args]
    execFile(process.execPath, command, { cwd: root, env: env as unknown as NodeJS.ProcessEnv }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

const write = (name: string, document: unknown) => fs.writeFileSync(path.join(folder, name), JSON.stringify(document))
const counts = async () => JSON.stringify((await (await fetch(`${origin}/_emulator/state`)).json() as { sandboxes: unknown }).sandboxes)
const json = ({ stdout }: Outcome) => JSON.parse(stdout) as Record<string, unknown>

test('a document is planned, applied once, found unchanged, changed, exported and undone', async () => {
  write('products.json', definition)
  const empty = await counts()

  const planned = await tributary('plan', 'products.json')
  expect(planned, planned.stderr).toMatchObject({ code: 2 })
  expect(planned.stdout).toContain('8 to create, 1 to reuse.')
  expect(await counts(), 'a plan changes nothing').toBe(empty)

  const applied = await tributary('apply', 'products.json')
  expect(applied, applied.stdout + applied.stderr).toMatchObject({ code: 0 })
  const full = await counts()
  expect(full).not.toBe(empty)

  const again = await tributary('apply', 'products.json', '--json')
  expect(again.code).toBe(0)
  expect(json(again)).toMatchObject({ action: 'none', changes: [] })
  expect(await counts(), 'a second time changes nothing').toBe(full)
  expect((await tributary('plan', 'products.json')).code).toBe(0)

  write('faster.json', { ...definition, description: 'Every quarter', schedule: { ...definition.schedule, interval: 15 } })
  const changed = await tributary('apply', 'faster.json')
  expect(changed, changed.stdout + changed.stderr).toMatchObject({ code: 0 })
  const flows = await emulator.call('GET', '/data/foundation/flowservice/flows', { sandbox: 'dev' })
  expect(flows.body['items']).toEqual([
    expect.objectContaining({ name: 'Products', description: expect.stringMatching(/^Every quarter · tributary-/), scheduleParams: expect.objectContaining({ interval: 15 }) }),
  ])

  write('other-table.json', { ...definition, target: { ...definition.target, dataset: { mode: 'new', name: 'Elsewhere' } } })
  const refused = await tributary('apply', 'other-table.json')
  expect(refused.code).toBe(3)
  expect(refused.stdout).toMatch(/✗ fixed\s+target\.dataset\.name\s+Products → Elsewhere/)

  expect(await tributary('status', 'Products')).toMatchObject({ code: 0, stdout: expect.stringContaining('live') })

  const exported = await tributary('export', 'Products', '--out', 'exported.json')
  expect(exported, exported.stderr).toMatchObject({ code: 0 })
  expect(json(await tributary('plan', 'exported.json', '--json'))).toMatchObject({ action: 'none' })
  expect((await tributary('export', 'Products', '--as', 'curl')).stdout).toContain('#!/bin/sh')

  expect((await tributary('undo', 'products.json')).code, 'without a terminal nobody could be asked').toBe(64)
  const undone = await tributary('undo', 'products.json', '--yes')
  expect(undone, undone.stdout + undone.stderr).toMatchObject({ code: 0 })
  expect(json({ ...undone, stdout: await counts() })).toMatchObject({ dev: { flows: { live: 0 }, schemas: { live: 0 }, dataSets: { live: 0 }, mappingSets: { live: 0 } } })
  expect((await tributary('status', 'Products')).code).toBe(3)
}, 400_000)

test('what is in the way is named, all of it, and nothing is made', async () => {
  const before = await counts()
  const { schedule, ...rest } = definition
  write('broken.json', { ...rest, shedule: schedule, clientSecret: 'sk_live_canary' })
  const broken = await tributary('apply', 'broken.json')
  expect(broken.code).toBe(3)
  expect(broken.stderr).toContain('“schedule” was probably meant')
  expect(broken.stderr).toContain('clientSecret: This looks like a secret.')
  expect(broken.stdout + broken.stderr).not.toContain('canary')

  write('elsewhere.json', {
    ...definition,
    name: 'Elsewhere',
    target: { schema: { mode: 'existing', title: 'Nowhere', classId: 'https://ns.adobe.com/xdm/classes/product' }, dataset: { mode: 'new', name: 'Elsewhere' } },
    schedule: { ...schedule, interval: 5 },
  })
  const lacking = await tributary('plan', 'elsewhere.json', '--connection', 'Another shop', '--json')
  expect(lacking.code, lacking.stderr).toBe(3)
  expect(json(lacking)).toMatchObject({
    action: 'blocked',
    lacking: [{ place: 'connection', name: 'Another shop', candidates: [{ name: 'PayPal shop' }] }, { place: 'schema', name: 'Nowhere' }],
    problems: [{ path: 'schedule.interval', code: 'schedule.interval-below' }],
  })
  expect((await tributary('plan', 'no-such-file.json')).code).toBe(3)
  expect((await tributary('frobnicate')).code).toBe(64)
  expect(await counts()).toBe(before)
}, 240_000)
