import type { CreationActions } from '@/components/create/creation-actions'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { SetupStep } from '@/lib/paths'
import type { OwnField } from '@/lib/adobe/requests/field-group'
import type { DefinitionChange } from '@/lib/flows/compare-definitions'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { ExplainedError } from '@/lib/explained-error'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import type { MappingOpinion } from '@/lib/mapping/compare-opinion'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import type { PlanStep } from '@/lib/provisioning/plan'
import type { AuthValues } from '@/lib/sources/auth-fields'
import type { SaveAnswer } from './draft/draft-store'

/** A base connection as the wizard lists it. */
export type ConnectionView = { id: string; name: string; state: string; createdAt?: number }

export type NewConnection = {
  workspaceId: string
  sourceKey: string
  /** Which of the source's ways to sign in. */
  authSpecName: string
  name: string
  /** What was typed into that specification's fields, by their ids; secrets go straight to Adobe and are kept nowhere. */
  params: AuthValues
}

export type NewFieldGroup = { workspaceId: string; classId: string; title: string; fields: OwnField[] }

/** Either a connection that was made and works, or what became of it when the source refused the credentials. */
export type NewConnectionAnswer =
  | { outcome: 'works'; connection: ConnectionView }
  | { outcome: 'refused'; /** The connection that could not be removed again, if so. */ leftBehind?: ConnectionView }

/** What a change of a living flow would do, and what stands in its way. */
export type ChangeOutlook = {
  changes: DefinitionChange[]
  steps: PlanStep[]
  problems: DocumentProblem[]
  warnings: DocumentProblem[]
  isUnfinished: boolean
}

/** At most twenty rows. */
export type MappingQuestion = {
  workspaceId: string
  schemaId: string
  document: MappingDocument
  rows: readonly Record<string, unknown>[]
}

/** A mapping to keep under a name; `replaces` writes over the one that has it. */
export type NewTemplate = { sourceKey: string; name: string; table?: string; document: MappingDocument; replaces: boolean }

export type ExpressionQuestion = { workspaceId: string; expressions: readonly string[]; row?: Record<string, unknown> }

export type ConnectionTest = { works: boolean; error?: ExplainedError }

/** The changes the wizard asks the server for; the routes hand them in, so that components know no route. */
export type SetupActions = CreationActions & {
  saveDraft: (raw: { draftId: string; revision: number; sections: DraftAnswers; step?: SetupStep }) => Promise<ActionAnswer<SaveAnswer>>
  createConnection: (raw: NewConnection) => Promise<ActionAnswer<NewConnectionAnswer>>
  /** Makes the flow out of the draft and begins its creation; pressed twice it answers with the same flow. */
  createFlow: (raw: { draftId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** What the draft would change of the living flow it is about. */
  planChange: (raw: { draftId: string }) => Promise<ActionAnswer<ChangeOutlook>>
  /** Begins to make the flow what the draft says; pressed twice, there is one change. */
  changeFlow: (raw: { draftId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Throws the draft away; what it is about stays as it is. */
  discardDraft: (raw: { draftId: string }) => Promise<ActionAnswer<unknown>>
  /** Asks Adobe to check and try a mapping, keeping nothing. */
  askMapping: (raw: MappingQuestion) => Promise<ActionAnswer<MappingOpinion>>
  /** Asks Adobe about at most 25 calculated fields alone, tried on one row: its objection to each, null for none. */
  askExpressions: (raw: ExpressionQuestion) => Promise<ActionAnswer<(string | null)[]>>
  saveTemplate: (raw: NewTemplate) => Promise<ActionAnswer<{ id: string }>>
  renameTemplate: (raw: { id: string; name: string }) => Promise<ActionAnswer<{ id: string }>>
  deleteTemplate: (raw: { id: string }) => Promise<ActionAnswer<{ id: string }>>
  /** Makes a field group of one's own at once; it stays in the organisation. */
  createFieldGroup: (raw: NewFieldGroup) => Promise<ActionAnswer<{ id: string; namespace: string }>>
  testConnection: (raw: { workspaceId: string; connectionId: string }) => Promise<ActionAnswer<ConnectionTest>>
}
