import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ImportPreview } from '@/lib/documents/import-document'
import type { Choices } from '@/lib/documents/resolution'
import type { SetupStep } from '@/lib/paths'

export type ImportRequest = { text: string; workspaceId: string; choices: Choices }

/** The server's part of importing; handed in by the page. */
export type ImportActions = {
  preview: (raw: ImportRequest) => Promise<ActionAnswer<ImportPreview>>
  importDocument: (raw: ImportRequest) => Promise<ActionAnswer<{ draftId: string; step: SetupStep }>>
}

export type ImportWorkspace = { id: string; name: string; kind: string; sandbox: string }
