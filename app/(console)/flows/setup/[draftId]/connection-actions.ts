'use server'

import { z } from 'zod'
import type { ConnectionTest, NewConnectionAnswer } from '@/components/setup/setup-actions'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { testBaseConnection } from '@/lib/adobe/flow-service/connections'
import { acceptCredentials } from '@/lib/connections/accept-credentials'
import { makeConnection } from '@/lib/connections/make-connection'
import { ExplainedFailure } from '@/lib/explained-error'
import { specIdOf } from '@/lib/sources/offered-sources'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

const create = defineAction({
  name: 'connection.create',
  input: z.object({
    workspaceId: z.uuid(),
    sourceKey: z.string(),
    authSpecName: z.string().min(1),
    name: z.string().trim().min(1).max(200),
    params: z.record(z.string(), z.union([z.string(), z.boolean()])),
  }),
  run: async ({ workspaceId, sourceKey, authSpecName, name, params }): Promise<NewConnectionAnswer> => {
    const specId = specIdOf(sourceKey)
    if (specId === undefined) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    const { client } = await openWorkspace(workspaceId)
    return makeConnection(client, name, await acceptCredentials(client, { specId, authSpecName, sourceKey, values: params }))
  },
  audit: (answer, { workspaceId, name }) => ({
    ...(answer.outcome === 'works' ? { subject: answer.connection.id } : {}),
    detail: { workspaceId, name, outcome: answer.outcome },
  }),
})

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
