import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { openPractice, testKeys, type Practice } from '../../e2e/support/practice'
import { root } from '../lib/project'
import { runCli } from './run-cli'

let practice: Practice
let folder = ''
let definition: FlowDefinition

beforeAll(async () => {
  practice = await openPractice()
  definition = practice.definition
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-cli-'))
})

afterAll(async () => {
  await practice.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Outcome = { code: number; stdout: string; stderr: string }

const environment = () => ({ ...testKeys, DATABASE_URL: practice.databaseUrl, EMULATOR_URL: practice.origin, TRIBUTARY_DIR: folder, TRIBUTARY_CWD: folder, LOG_LEVEL: 'error' })

/** A command line in this process: the same from its words to its exit code. */
async function tributary(...args: string[]): Promise<Outcome> {
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value)
  const lines: Record<'stdout' | 'stderr', string[]> = { stdout: [], stderr: [] }
  const code = await runCli(args, { print: (text) => lines.stdout.push(text), complain: (text) => lines.stderr.push(text) })
  return { code, stdout: lines.stdout.join('\n'), stderr: lines.stderr.join('\n') }
}

/** The very program behind `npx tributary`, without its first mile (which would install packages). */
function tributaryProcess(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment() } as unknown as NodeJS.ProcessEnv
  return new Promise((resolve) => {
    const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/cli/main.ts', ...args]
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

const write = (name: string, document: unknown) => fs.writeFileSync(path.join(folder, name), JSON.stringify(document))
const counts = () => practice.counts()
const json = ({ stdout }: Outcome) => JSON.parse(stdout) as Record<string, unknown>

test('a document is planned, applied once, found unchanged, changed, exported and undone', async () => {
  write('products.json', definition)
  const empty = await counts()

  const planned = await tributary('plan', 'products.json')
  expect(planned, planned.stderr).toMatchObject({ code: 2 })
  expect(planned.stdout).toContain('8 to create, 1 to reuse.')
  expect(await counts(), 'a plan changes nothing').toBe(empty)

  const applied = await tributaryProcess('apply', 'products.json')
  expect(applied, applied.stdout + applied.stderr).toMatchObject({ code: 0 })
  const full = await counts()
  expect(full).not.toBe(empty)

  const again = await tributary('apply', 'products.json', '--json')
  expect(again.code).toBe(0)
  expect(json(again)).toMatchObject({ action: 'none', changes: [] })
  expect(await counts(), 'a second time changes nothing').toBe(full)
  expect((await tributary('plan', 'products.json')).code).toBe(0)

  const rows = definition.mapping.rows.map((row) => (row.source === 'Product_Name' ? { ...row, source: 'Description' } : row))
  write('faster.json', { ...definition, description: 'Every quarter', mapping: { version: 1, rows }, schedule: { ...definition.schedule, interval: 15 } })
  const outlook = await tributary('plan', 'faster.json')
  expect(outlook.code).toBe(2)
  expect(outlook.stdout).toMatch(/create\s+Mapping set[^]*change\s+Dataflow[^]*1 to create, 1 to change/)
  const changed = await tributary('apply', 'faster.json')
  expect(changed, changed.stdout + changed.stderr).toMatchObject({ code: 0 })
  const flows = await practice.call('GET', '/data/foundation/flowservice/flows')
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
}, 180_000)

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
}, 120_000)

test('several documents are one batch: what is equal in them is made once, and one that cannot be applied holds all back', async () => {
  const documentOf = (name: string): FlowDefinition => ({
    ...definition, name,
    rawSchema: { mode: 'adhoc', classTitle: `${name} raw class`, schemaTitle: `${name} raw` },
    target: { schema: { mode: 'build', title: 'Batch products', classId: 'https://ns.adobe.com/xdm/classes/product', fieldGroupIds: [] }, dataset: { mode: 'new', name } },
    mapping: { version: 1, rows: definition.mapping.rows.slice(0, 1) },
  })
  write('batch-one.json', documentOf('Batch one'))
  write('batch-more.json', [documentOf('Batch two'), documentOf('Batch three')])
  write('batch-blocked.json', { ...documentOf('Batch four'), source: { ...definition.source, connectionName: 'Nobody’s shop' } })

  const before = await counts()
  const held = await tributary('apply', 'batch-one.json', 'batch-blocked.json')
  expect(held, held.stderr).toMatchObject({ code: 3 })
  expect(await counts()).toBe(before)

  const applied = await tributary('apply', 'batch-one.json', 'batch-more.json')
  expect(applied, applied.stdout + applied.stderr).toMatchObject({ code: 0 })
  expect(applied.stdout).toContain('Batch three: The flow is as the document says.')
  const titles = async () => (await practice.emulator.registry('GET', '/tenant/schemas', { sandbox: practice.workspace.sandbox })).body['results'] as { title: string }[]
  expect((await titles()).filter(({ title }) => title === 'Batch products')).toHaveLength(1)
  const again = await tributary('apply', 'batch-one.json', 'batch-more.json', '--json')
  expect(again.code).toBe(0)
  expect(JSON.parse(again.stdout)).toMatchObject([{ action: 'none' }, { action: 'none' }, { action: 'none' }])
})
