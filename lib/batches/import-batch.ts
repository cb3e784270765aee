import 'server-only'
import { rememberAnswers } from '@/lib/adobe/remembering-client'
import { insertBatch } from '@/lib/data/batches'
import { answersOfDocument } from '@/lib/documents/import-document'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

type ImportRequest = { workspaceId: string; name: string; definitions: readonly FlowDefinition[]; ownerId: string; nowMs: number }

/**
 * Makes one batch of several documents: a draft of each, with everything that its names stand for in the workspace. What
 * they have in common is asked for once.
 * @throws ExplainedFailure what Adobe says when it does not answer
 */
export async function importBatch({ workspaceId, name, definitions, ownerId, nowMs }: ImportRequest): Promise<{ batchId: string }> {
  const client = rememberAnswers((await openWorkspace(workspaceId)).client)
  const drafts = await Promise.all(definitions.map((definition) => answersOfDocument(client, definition, { workspaceId, choices: {}, nowMs })))
  return insertBatch({ workspaceId, name, ownerId, drafts })
}
