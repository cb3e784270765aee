import { serve, type ServerType } from '@hono/node-server'
import { openTestEmulator } from '../../emulator/testing/test-emulator'
import { sourceColumn, type FlowDefinition } from '@/lib/flows/flow-definition'
import { createTestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { ensurePracticeWorkspace } from '@/lib/workspaces/practice-workspace'

const paypal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }

export const testKeys = { TRIBUTARY_MASTER_KEY: '0'.repeat(64), TRIBUTARY_SESSION_SECRET: 'session-secret-of-a-test-run-only' }

/** For tests: a database with the practice workspace over an emulator of its own that listens, and one PayPal account in it. */
export async function openPractice() {
  const place = await createTestDatabase()
  const emulator = await openTestEmulator({ clock: 'real' })
  let server: ServerType | undefined
  const origin = await new Promise<string>((resolve) => {
    server = serve({ fetch: emulator.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
  const { orgId, credential } = emulator
  const practice = { EMULATOR_URL: origin, EMULATOR_ORG_ID: orgId, EMULATOR_CLIENT_ID: credential.clientId, EMULATOR_CLIENT_SECRET: credential.clientSecret }
  stubEnvironment({ DATABASE_URL: place.url, ...practice, ...testKeys })
  const workspace = await ensurePracticeWorkspace()
  if (!workspace) throw new Error('The practice workspace was not made.')
  const call = (method: string, address: string, body?: unknown) => emulator.call(method, address, { sandbox: workspace.sandbox, ...(body ? { body } : {}) })

  const connect = async (name: string): Promise<string> => {
    const params = { host: 'api.sandbox.paypal.com', clientId: 'a', clientSecret: 'b' }
    const auth = { specName: 'Client-Id-Secret Based Authentication', params }
    return String((await call('POST', '/data/foundation/flowservice/connections', { name, connectionSpec: paypal, auth })).body['id'])
  }
  const connectionId = await connect('PayPal shop')
  const explored = await call('GET', `/data/foundation/flowservice/connections/${connectionId}/explore?objectType=table&object=PayPal.Catalog_Products`)
  const columns = sourceColumn.array().parse((explored.body['schema'] as { columns: unknown }).columns)

  return {
    databaseUrl: place.url,
    origin,
    workspace,
    connectionId,
    definition: productsDefinition(columns),
    emulator,
    call,
    connect,
    /** What the emulator holds, by sandbox and kind. */
    counts: async () => JSON.stringify(((await (await fetch(`${origin}/_emulator/state`)).json()) as { sandboxes: unknown }).sandboxes),
    close: async () => {
      const { closeDatabase } = await import('@/lib/data/database')
      await closeDatabase()
      server?.close()
      emulator.close()
      await place.drop()
    },
  }
}

export type Practice = Awaited<ReturnType<typeof openPractice>>

/** PayPal's products into a schema of the Product class. */
function productsDefinition(columns: FlowDefinition['data']['columns']): FlowDefinition {
  return {
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
}
