import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { createBaseConnection } from '@/lib/adobe/flow-service/connections'
import { exploreTableRequest } from '@/lib/adobe/requests/base-connection'
import { findFlowSpec } from '@/lib/adobe/flow-service/specs'
import { database } from '@/lib/data/database'
import { findProvisioning } from '@/lib/data/provisionings'
import { insertFlowOfDraft } from '@/lib/data/request-provisioning'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { sourceColumn } from '@/lib/flows/flow-definition'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { ensurePracticeWorkspace } from '@/lib/workspaces/practice-workspace'
import type { TutorialTable } from './tutorial/create-one-after-another'

const paypal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const classId = 'https://ns.adobe.com/xdm/classes/product'
const fieldGroupIds = ['https://ns.adobe.com/xdm/mixins/product-category']
const mappings = [
  { source: 'Product_Id', destination: 'productID' },
  { source: 'Product_Name', destination: 'productName' },
  { source: 'Category', destination: 'productCategoryName' },
]

export type ProvisioningBench = {
  table: TutorialTable
  /** Makes a whole flow through the library, as a worker does; answers the milliseconds from first call to last record. */
  provision: () => Promise<number>
  /** Asks for a flow and leaves it to whoever works on jobs; answers the provisioning's id. */
  begin: () => Promise<string>
}

/** A practice workspace with a PayPal account in the emulator, and a way to make flows in it. */
export async function prepareProvisioning(): Promise<ProvisioningBench> {
  const practice = await ensurePracticeWorkspace()
  if (!practice) throw new Error('No emulator is named in the environment.')
  const { client } = await openWorkspace(practice.id)
  const connection = orThrow(await createBaseConnection(client, {
    name: 'Bench account', connectionSpec: paypal, authSpecName: 'Client-Id-Secret Based Authentication',
    params: { host: 'api.sandbox.paypal.com', clientId: 'bench', clientSecret: 'bench-secret' },
  }))
  const explored = orThrow(await client.request(exploreTableRequest(connection.id, 'PayPal.Catalog_Products'), exploredColumns))
  const columns = explored.data.schema.columns
  const flowSpec = orThrow(await findFlowSpec(client, 'CRMToAEP'))
  if (!flowSpec) throw new Error('The emulator has no flow specification CRMToAEP.')
  const bindings: Bindings = { baseConnectionId: connection.id, flowSpec: { id: flowSpec.id, version: flowSpec.version } }
  const ownerId = randomUUID()
  await database().user.create({ data: { id: ownerId, name: 'Bench', email: `${ownerId}@example.com` } })

  const begin = async (): Promise<string> => {
    const definition = defineFlow(`Bench ${randomUUID()}`, columns)
    const draft = await database().draft.create({ data: { ownerId } })
    const { provisioningId = '' } = await insertFlowOfDraft({ draftId: draft.id, ownerId, complete: () => ({ definition, bindings, workspaceId: practice.id }) })
    return provisioningId
  }
  const provision = async (): Promise<number> => {
    const provisioningId = await begin()
    const startedAt = performance.now()
    await executeProvisioning(provisioningId, { signal: new AbortController().signal })
    const elapsedMs = performance.now() - startedAt
    const outcome = await findProvisioning(provisioningId)
    if (outcome?.state !== 'succeeded') throw new Error(`The provisioning ended as ${outcome?.state}: ${JSON.stringify(outcome?.error)}`)
    return elapsedMs
  }
  const table = { connectionId: connection.id, table: 'PayPal.Catalog_Products', columns, deltaColumn: 'updatedAt', classId, fieldGroupIds, mappings }
  return { table, provision, begin }
}

const exploredColumns = z.looseObject({ schema: z.looseObject({ columns: z.array(sourceColumn) }) })

function defineFlow(label: string, columns: z.infer<typeof sourceColumn>[]): FlowDefinition {
  return {
    kind: 'tributary/flow',
    version: 1,
    name: label,
    source: { key: 'paypal', connectionSpec: paypal, connectionName: 'Bench account' },
    data: { kind: 'table', table: 'PayPal.Catalog_Products', columns, deltaColumn: 'updatedAt' },
    rawSchema: { mode: 'adhoc', classTitle: `${label} raw class`, schemaTitle: `${label} raw schema` },
    target: {
      schema: { mode: 'build', title: `${label} schema`, classId, fieldGroupIds },
      dataset: { mode: 'new', name: `${label} dataset` },
    },
    mapping: { version: 1, rows: mappings.map((row, index) => ({ id: String(index), sourceType: 'ATTRIBUTE' as const, ...row })) },
    schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
  }
}

function orThrow<Data>(result: { ok: true; data: Data } | { ok: false; error: unknown }): Data {
  if (result.ok) return result.data
  throw new Error(JSON.stringify(result.error))
}
