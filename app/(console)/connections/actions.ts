'use server'

import { z } from 'zod'
import type { ConnectionTest } from '@/components/setup/setup-actions'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { testBaseConnection } from '@/lib/adobe/flow-service/connections'
import { deleteUnusedConnection } from '@/lib/connections/delete-unused-connection'
import { rotateCredentials } from '@/lib/connections/rotate-credentials'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

const ofConnection = z.object({ workspaceId: z.uuid(), connectionId: z.string().min(1) })

const test = defineAction({
  name: 'connection.test',
  input: ofConnection,
  run: async ({ workspaceId, connectionId }): Promise<ConnectionTest> => {
    const { client } = await openWorkspace(workspaceId)
    const result = await testBaseConnection(client, connectionId)
    return result.ok ? { works: result.data } : { works: false, error: explainAdobeError(result.error, { mendAt: 'connection' }) }
  },
  audit: ({ works }, { connectionId }) => ({ subject: connectionId, detail: { works } }),
})

/** Tries a connection's credentials. */
export async function testConnectionAction(raw: unknown): Promise<ActionAnswer<ConnectionTest>> {
  return test(raw)
}

const rotate = defineAction({
  name: 'connection.rotate',
  input: ofConnection.extend({ params: z.record(z.string(), z.union([z.string(), z.boolean()])) }),
  run: async ({ workspaceId, connectionId, params }) => {
    const { client } = await openWorkspace(workspaceId)
    return rotateCredentials(client, connectionId, params)
  },
  // Never what was typed: only that it was, and whether it works.
  audit: ({ works }, { workspaceId, connectionId }) => ({ subject: connectionId, detail: { workspaceId, works } }),
})

/** Gives a connection a new set of credentials and tries them. The secrets reach Adobe and nothing else. */
export async function rotateCredentialsAction(raw: unknown): Promise<ActionAnswer<{ works: boolean }>> {
  return rotate(raw)
}

const remove = defineAction({
  name: 'connection.delete',
  input: ofConnection,
  run: async ({ workspaceId, connectionId }) => {
    const { client } = await openWorkspace(workspaceId)
    await deleteUnusedConnection(client, connectionId)
    return { id: connectionId }
  },
  audit: ({ id }, { workspaceId }) => ({ subject: id, detail: { workspaceId } }),
})

/** Deletes a connection on which no flow hangs. */
export async function deleteConnectionAction(raw: unknown): Promise<ActionAnswer<{ id: string }>> {
  return remove(raw)
}
