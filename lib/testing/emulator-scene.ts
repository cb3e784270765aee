import { createAdobeShared } from '@/lib/adobe/http'
import { createBaseConnection, exploreTable } from '@/lib/adobe/flow-service/connections'
import { findFlowSpecForSource } from '@/lib/adobe/flow-service/specs'
import type { AdobeError } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { database } from '@/lib/data/database'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { mappingKey } from '@/lib/flows/mapping-key'
import type { Result } from '@/lib/result'
import { paypal } from '@/lib/sources/paypal'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { ensurePracticeWorkspace } from '@/lib/workspaces/practice-workspace'

const table = 'PayPal.Catalog_Products'

export type EmulatorScene = {
  workspaceId: string
  /** Stores a draft that lacks nothing; `tail` makes its titles unlike every other's. */
  insertDraft: (ownerId: string, tail: string, change?: (answers: DraftAnswers) => void) => Promise<string>
}

/**
 * What a person has done before Create is pressed: a Practice workspace, a PayPal connection in the emulator, its table
 * explored, and the tutorial's own choices. Reads `DATABASE_URL` and `EMULATOR_*` from the environment.
 */
export async function setEmulatorScene(): Promise<EmulatorScene> {
  const workspace = await ensurePracticeWorkspace()
  if (!workspace) throw new Error('The environment names no emulator.')
  const { client } = await openWorkspace(workspace.id, { shared: createAdobeShared(systemClock) })
  const { connectionSpec, authSpecName } = paypal
  const params = { host: 'api.sandbox.paypal.com', clientId: 'shop', clientSecret: 'shop-canary-secret' }
  const connection = data(await createBaseConnection(client, { name: 'PayPal shop', connectionSpec, authSpecName, params }))
  const explored = data(await exploreTable(client, connection.id, table))
  const flowSpec = data(await findFlowSpecForSource(client, { connectionSpecId: connectionSpec.id, flowSpecName: paypal.flowSpecName ?? '' }))
  if (!flowSpec) throw new Error('The emulator offers no flow specification for PayPal.')

  const answersFor = (tail: string): DraftAnswers => ({
    source: { workspaceId: workspace.id, sourceKey: paypal.key, connectionSpec, baseConnectionId: connection.id, connectionName: 'PayPal shop' },
    data: { table, columns: explored.schema.columns, deltaColumn: 'updatedAt' },
    target: {
      schemaMode: 'build',
      schemaTitle: `Products ${tail}`,
      classId: 'https://ns.adobe.com/xdm/classes/product',
      fieldGroupIds: [],
      primaryIdentity: { path: 'productID', namespace: 'ECID' },
      datasetMode: 'new',
      datasetName: `Products ${tail}`,
      rawSchema: { mode: 'adhoc', classTitle: `Products raw class ${tail}`, schemaTitle: `Products raw ${tail}` },
    },
    mapping: {
      document: {
        version: 1,
        rows: [
          { id: 'a', sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' },
          { id: 'b', sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: 'productID' },
          { id: 'c', sourceType: 'ATTRIBUTE', source: 'Product_Name', destination: 'productName' },
        ],
      },
    },
    schedule: {
      schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
      flowSpec: { id: flowSpec.id, version: flowSpec.version },
    },
    review: { name: `PayPal products ${tail}` },
  })

  return {
    workspaceId: workspace.id,
    insertDraft: async (ownerId, tail, change) => {
      const answers = answersFor(tail)
      change?.(answers)
      const key = mappingKey(answers.data, answers.target) ?? ''
      answers.mapping = { ...answers.mapping, verdict: { key, mapped: 3, required: 0, requiredMapped: 0, errors: 0, warnings: 0 } }
      const { id } = await database().draft.create({ data: { ownerId, answers: answers as object, workspaceId: workspace.id } })
      return id
    },
  }
}

function data<T>(result: Result<T, AdobeError>): T {
  if (result.ok) return result.data
  throw new Error(`${result.error.method} ${result.error.path}: ${result.error.status ?? result.error.kind} ${result.error.message}`)
}
