'use server'

import { z } from 'zod'
import type { ConnectionTest, ConnectionView, NewConnectionAnswer } from '@/components/setup/setup-actions'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import {
  createBaseConnection, deleteBaseConnection, findBaseConnections, testBaseConnection,
} from '@/lib/adobe/flow-service/connections'
import { getConnectionSpec } from '@/lib/adobe/flow-service/specs'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import type { Result } from '@/lib/result'
import { authFieldsOf, authFormSchema, authParams } from '@/lib/sources/auth-fields'
import { findSource } from '@/lib/sources/catalogue'
import type { PaymentsSource } from '@/lib/sources/payments-source'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

function orExplain<Data>(result: Result<Data, AdobeError>): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, { mendAt: 'source' }), { cause: result.error })
}

const create = defineAction({
  name: 'connection.create',
  input: z.object({
    workspaceId: z.uuid(),
    sourceKey: z.string(),
    name: z.string().trim().min(1).max(200),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  run: async ({ workspaceId, sourceKey, name, params }): Promise<NewConnectionAnswer> => {
    const source = findSource(sourceKey)
    if (!source) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    const { client } = await openWorkspace(workspaceId)
    const connection = await makeOrAdopt(client, source, name, await acceptedParams(client, source, name, params))
    if (orExplain(await testBaseConnection(client, connection.id))) return { outcome: 'works', connection }
    // A connection that cannot sign in is of use to nobody; what was just made is taken away again.
    const removed = await deleteBaseConnection(client, connection.id)
    return removed.ok ? { outcome: 'refused' } : { outcome: 'refused', leftBehind: connection }
  },
  audit: (answer, { workspaceId, name }) => ({
    ...(answer.outcome === 'works' ? { subject: answer.connection.id } : {}),
    detail: { workspaceId, name, outcome: answer.outcome },
  }),
})

/** Only what the source's own authentication specification knows is passed on, in the types it wants. */
async function acceptedParams(client: AdobeClient, source: PaymentsSource, name: string, params: Record<string, string | number | boolean>) {
  const { authSpec } = orExplain(await getConnectionSpec(client, source.connectionSpec.id))
  const spec = authSpec?.find((each) => each.name === source.authSpecName) ?? authSpec?.[0]
  const fields = authFieldsOf(spec?.spec, source.authFields)
  const texts = Object.fromEntries(
    fields.map(({ name: key, kind }) => [key, kind === 'boolean' ? params[key] === true : String(params[key] ?? '')]),
  )
  const parsed = authFormSchema(fields).safeParse({ name, params: texts })
  if (!parsed.success) throw new ExplainedFailure({ code: 'invalid-input', mendAt: 'source', retryable: false })
  return authParams(fields, texts)
}

/**
 * Adobe's creations cannot be repeated safely. When the answer to one is lost, the connection is looked for by its name
 * before anybody presses again; names are proposed so that they are unique.
 */
async function makeOrAdopt(client: AdobeClient, source: PaymentsSource, name: string, params: Record<string, unknown>): Promise<ConnectionView> {
  const { connectionSpec, authSpecName } = source
  const before = new Set(orExplain(await findBaseConnections(client, name)).map(({ id }) => id))
  const made = await createBaseConnection(client, { name, connectionSpec, authSpecName, params })
  if (made.ok) return { id: made.data.id, name, state: 'enabled' }
  if (!made.error.mayHaveCommitted) return orExplain(made)
  const found = orExplain(await findBaseConnections(client, name)).find(({ id }) => !before.has(id))
  return found ? { id: found.id, name, state: found.state ?? 'enabled' } : orExplain(made)
}

/** Makes a base connection and tries it, in one press. The secrets in it reach Adobe and nothing else. */
export async function createConnectionAction(raw: unknown): Promise<ActionAnswer<NewConnectionAnswer>> {
  return create(raw)
}

const test = defineAction({
  name: 'connection.test',
  input: z.object({ workspaceId: z.uuid(), connectionId: z.string().min(1) }),
  run: async ({ workspaceId, connectionId }): Promise<ConnectionTest> => {
    const { client } = await openWorkspace(workspaceId)
    const result = await testBaseConnection(client, connectionId)
    return result.ok ? { works: result.data } : { works: false, error: explainAdobeError(result.error, { mendAt: 'source' }) }
  },
  audit: ({ works }, { connectionId }) => ({ subject: connectionId, detail: { works } }),
})

/** Tries an existing base connection. */
export async function testConnectionAction(raw: unknown): Promise<ActionAnswer<ConnectionTest>> {
  return test(raw)
}
