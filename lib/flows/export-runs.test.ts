import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestEmulator, type TestEmulator } from '../../emulator/testing/test-emulator'
import { runPostmanCollection } from '@/lib/testing/run-postman'
import type { AdobeCredentialFacts } from '@/lib/adobe/types'
import { exportCalls, type ExportPlan } from './export-calls'
import { toShellScript } from './export-curl'
import { toPostmanCollection } from './export-postman'
import { sourceColumn, type Bindings, type FlowDefinition } from './flow-definition'

const paypal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const flowService = '/data/foundation/flowservice'

let emulator: TestEmulator
let server: ServerType
let facts: AdobeCredentialFacts
let bindings: Bindings
let columns: FlowDefinition['data']['columns']

beforeAll(async () => {
  emulator = await openTestEmulator({ clock: 'real' })
  const origin = await new Promise<string>((resolve) => {
    server = serve({ fetch: emulator.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
  const { orgId, credential } = emulator
  facts = { platformOrigin: origin, imsOrigin: origin, orgId, clientId: credential.clientId, scopes: 'openid,session,AdobeID', sandbox: 'dev' }
  const call = (method: string, address: string, body?: unknown) => emulator.call(method, flowService + address, { sandbox: 'dev', ...(body ? { body } : {}) })
  const account = await call('POST', '/connections', {
    name: 'PayPal shop', connectionSpec: paypal,
    auth: { specName: 'Client-Id-Secret Based Authentication', params: { host: 'api.sandbox.paypal.com', clientId: 'a', clientSecret: 'b' } },
  })
  const baseConnectionId = String(account.body['id'])
  const explored = await call('GET', `/connections/${baseConnectionId}/explore?objectType=table&object=PayPal.Catalog_Products`)
  columns = sourceColumn.array().min(1).parse((explored.body['schema'] as { columns: unknown }).columns)
  const specs = (await call('GET', `/flowSpecs?property=name==CRMToAEP`)).body['items'] as { id: string; version: string }[]
  bindings = { baseConnectionId, flowSpec: { id: specs[0]?.id ?? '', version: specs[0]?.version ?? '' } }
})

afterAll(() => {
  server.close()
  emulator.close()
})

const planNamed = (name: string): ExportPlan => {
  const definition: FlowDefinition = {
    kind: 'tributary/flow', version: 1, name, description: 'Products, "as they are" {{today}} & $HOME',
    source: { key: 'paypal', connectionSpec: paypal, connectionName: 'PayPal shop' },
    data: { kind: 'table', table: 'PayPal.Catalog_Products', columns, deltaColumn: 'updatedAt' },
    rawSchema: { mode: 'adhoc', classTitle: `${name} raw class`, schemaTitle: `${name} raw` },
    target: {
      schema: { mode: 'build', title: `${name} schema`, classId: 'https://ns.adobe.com/xdm/classes/product', fieldGroupIds: ['https://ns.adobe.com/xdm/mixins/product-category'], primaryIdentity: { path: 'productID', namespace: 'Email' } },
      dataset: { mode: 'new', name: `${name} dataset` },
      forProfile: true,
    },
    mapping: { version: 1, rows: [
      { id: '1', sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' },
      { id: '2', sourceType: 'ATTRIBUTE', source: 'Product_Name', destination: 'productName' },
    ] },
    schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
  }
  const plan = exportCalls(definition, bindings, facts)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.data
}

/** What Adobe holds under a flow: the flow's document and one of each resource of that name. */
async function findWhole(name: string) {
  const list = async (kind: string) => {
    const answer = await emulator.call('GET', `${flowService}/${kind}?limit=100`, { sandbox: 'dev' })
    return (answer.body['items'] as { name: string }[]).filter((one) => one.name.startsWith(name))
  }
  const datasets = await emulator.call('GET', '/data/foundation/catalog/dataSets?limit=100', { sandbox: 'dev' })
  const schemas = await emulator.registry('GET', '/tenant/schemas?orderby=title', { sandbox: 'dev' })
  return {
    flows: await list('flows'),
    sources: (await list('sourceConnections')).length,
    targets: (await list('targetConnections')).length,
    datasets: Object.values(datasets.body).filter((one) => (one as { name: string }).name.startsWith(name)).length,
    schemas: (schemas.body['results'] as { title: string }[]).filter(({ title }) => title.startsWith(name)).length,
  }
}

const whole = (name: string) => ({
  flows: [expect.objectContaining({ name, state: 'enabled', description: expect.stringMatching(/^Products, "as they are" \{\{today\}\} & \$HOME · made by/) })],
  sources: 1, targets: 1, datasets: 1, schemas: 2,
})

/** The script itself says what it needs; where a machine lacks it, nothing can be learned there. */
const canRun = ['curl', 'jq'].every((tool) => spawnSync(tool, ['--version']).status === 0)

test.skipIf(!canRun)('the shell script, run by /bin/sh with curl and jq, ends in one complete flow', async () => {
  const name = "Tim's shell products"
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-export-')), 'flow.sh')
  fs.writeFileSync(file, toShellScript(planNamed(name)))
  const env = { PATH: process.env.PATH, CLIENT_SECRET: emulator.credential.clientSecret, NO_PROXY: '127.0.0.1' } as unknown as NodeJS.ProcessEnv
  const { stdout } = await promisify(execFile)('/bin/sh', [file], { env })
  fs.rmSync(path.dirname(file), { recursive: true })
  expect(stdout).toMatch(/flow “Tim's shell products”\nComplete\.\n$/)
  expect(await findWhole(name)).toEqual(whole(name))
}, 120_000)

test.skipIf(!canRun)('a refusal ends the shell script with the words of Adobe', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-export-')), 'flow.sh')
  fs.writeFileSync(file, toShellScript(planNamed('Refused')))
  const env = { PATH: process.env.PATH, CLIENT_SECRET: 'wrong', NO_PROXY: '127.0.0.1' } as unknown as NodeJS.ProcessEnv
  await expect(promisify(execFile)('/bin/sh', [file], { env })).rejects.toThrow(/No token was given: .*invalid_client/s)
  fs.rmSync(path.dirname(file), { recursive: true })
  expect((await findWhole('Refused')).flows).toEqual([])
})

test('the Postman collection, run from top to bottom, ends in one complete flow', async () => {
  const name = 'Postman products'
  const run = await runPostmanCollection(toPostmanCollection(planNamed(name)), { client_secret: emulator.credential.clientSecret }, async (request) => {
    const answer = await fetch(request.url, { method: request.method, headers: request.headers, ...(request.body !== undefined && { body: request.body }) })
    return { code: answer.status, text: await answer.text() }
  })
  expect(run.failures).toEqual([])
  expect(await findWhole(name)).toEqual(whole(name))
}, 60_000)
