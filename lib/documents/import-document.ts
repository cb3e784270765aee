import 'server-only'
import type { AdobeClient } from '@/lib/adobe/types'
import { saveDraft, startDraft } from '@/lib/data/drafts'
import { findFlowsNamed } from '@/lib/data/named-flows'
import { ExplainedFailure } from '@/lib/explained-error'
import { checkDefinition } from '@/lib/flows/check-definition'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { draftFromDefinition } from '@/lib/flows/draft-from-definition'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { mappingKey } from '@/lib/flows/mapping-key'
import { firstIncompleteStep } from '@/lib/flows/step-problems'
import type { SetupStep } from '@/lib/paths'
import { planFlow, type PlanStep } from '@/lib/provisioning/plan'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { checkMappingInWorkspace, type MappingFindings } from './check-mapping-in-workspace'
import { withFoundNames, type Choices, type Resolution } from './resolution'
import { resolveDefinition } from './resolve-definition'

/** A document seen in a workspace, for the person who imports it. Plain data. */
export type ImportPreview = Resolution & {
  steps: PlanStep[]
  /** The wizard's rules between answers that the document breaks. */
  problems: DocumentProblem[]
  /** Absent while the existing schema is not found. */
  mapping?: MappingFindings
  /** Flows of that name in the workspace already. */
  namesakes: { id: string; lifecycle: string }[]
}

/** What importing a document into a workspace would reuse and create, and what has to be chosen. Changes nothing. */
export async function previewImport(definition: FlowDefinition, workspaceId: string, choices: Choices, nowMs: number): Promise<ImportPreview> {
  const { client } = await openWorkspace(workspaceId)
  return previewWith(client, definition, workspaceId, choices, nowMs)
}

async function previewWith(client: AdobeClient, definition: FlowDefinition, workspaceId: string, choices: Choices, nowMs: number): Promise<ImportPreview> {
  const [resolution, namesakes] = await Promise.all([
    resolveDefinition(client, definition, choices, nowMs),
    findFlowsNamed(workspaceId, definition.name),
  ])
  const mapping = await checkMappingInWorkspace(client, definition, resolution.bindings)
  return {
    ...resolution,
    steps: planFlow(withFoundNames(definition, resolution.names), { baseConnectionId: '', flowSpec: { id: '', version: '' }, ...resolution.bindings }).steps,
    problems: checkDefinition(definition),
    ...(mapping && { mapping }),
    namesakes: namesakes.map(({ id, lifecycle }) => ({ id, lifecycle })),
  }
}

/**
 * Makes a draft of a document, with everything the workspace has already been asked for; the wizard opens at the first
 * step that lacks something, or at the review.
 */
export async function draftOfDocument(
  definition: FlowDefinition,
  { workspaceId, choices, ownerId, nowMs }: { workspaceId: string; choices: Choices; ownerId: string; nowMs: number },
): Promise<{ draftId: string; step: SetupStep }> {
  const { client } = await openWorkspace(workspaceId)
  const { answers, step } = await answersOfDocument(client, definition, { workspaceId, choices, nowMs })
  // An untouched draft is handed out again to whoever begins another flow; the second step makes this one somebody's work.
  const { id, revision } = await startDraft(ownerId, {})
  const saved = await saveDraft({ id, ownerId, revision, sections: answers, step })
  if (saved.outcome !== 'saved') throw new ExplainedFailure({ code: 'conflict', retryable: true })
  return { draftId: id, step }
}

/** A document as the wizard's answers in a workspace, and the step at which the wizard would open. */
export async function answersOfDocument(
  client: AdobeClient,
  definition: FlowDefinition,
  { workspaceId, choices, nowMs }: { workspaceId: string; choices: Choices; nowMs: number },
): Promise<{ answers: DraftAnswers; step: SetupStep }> {
  const { bindings, names, mapping } = await previewWith(client, definition, workspaceId, choices, nowMs)
  const answers = draftFromDefinition(withFoundNames(definition, names), { workspaceId, bindings })
  const verdict = mapping && verdictOf(mapping, answers)
  if (verdict) answers.mapping = { ...answers.mapping, verdict }
  const first = firstIncompleteStep(answers)
  return { answers, step: first === 'create' ? 'review' : first }
}

function verdictOf({ errors, warnings, mapped, required, requiredMapped }: MappingFindings, answers: DraftAnswers) {
  const key = mappingKey(answers.data, answers.target)
  return key === undefined ? undefined : { key, mapped, required, requiredMapped, errors: errors.length, warnings: warnings.length }
}
