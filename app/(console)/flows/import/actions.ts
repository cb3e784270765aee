'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { systemClock } from '@/lib/clock'
import { draftOfDocument, previewImport, type ImportPreview } from '@/lib/documents/import-document'
import { ExplainedFailure } from '@/lib/explained-error'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { documentSizeMax, readDocument } from '@/lib/flows/read-document'
import type { SetupStep } from '@/lib/paths'

const id = z.string().min(1).max(500).optional()
const input = z.object({
  text: z.string().max(documentSizeMax),
  workspaceId: z.uuid(),
  choices: z.object({ connectionId: id, schemaId: id, datasetId: id }),
})

/** The browser has read the document already; what it says is not taken on trust. */
function needDefinition(text: string): FlowDefinition {
  const read = readDocument(text)
  if (!read.ok) throw new ExplainedFailure({ code: 'documents.faulty', values: { count: read.error.length }, retryable: false })
  return read.data
}

const preview = defineAction({
  name: 'document.preview',
  input,
  run: ({ text, workspaceId, choices }) => previewImport(needDefinition(text), workspaceId, choices, systemClock.now().getTime()),
  // Only looks; the trail keeps what was decided.
  audit: false,
})

/** What a document would reuse and create in a workspace. */
export async function previewImportAction(raw: unknown): Promise<ActionAnswer<ImportPreview>> {
  return preview(raw)
}

const importDocument = defineAction({
  name: 'document.import',
  input,
  run: ({ text, workspaceId, choices }, { user }) =>
    draftOfDocument(needDefinition(text), { workspaceId, choices, ownerId: user.id, nowMs: systemClock.now().getTime() }),
  audit: ({ draftId }, { workspaceId }) => ({ subject: draftId, detail: { workspaceId } }),
})

/** Makes a draft of a document and says where the wizard opens. */
export async function importDocumentAction(raw: unknown): Promise<ActionAnswer<{ draftId: string; step: SetupStep }>> {
  return importDocument(raw)
}
