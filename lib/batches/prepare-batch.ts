import 'server-only'
import { explainFailure } from '@/lib/actions/explain-failure'
import { findFlowSpecForSource, transformationsOf } from '@/lib/adobe/flow-service/specs'
import { rememberAnswers } from '@/lib/adobe/remembering-client'
import type { AdobeClient } from '@/lib/adobe/types'
import {
  findBatch, holdPreparation, listWaitingDrafts, releasePreparation, savePreparationFailure, saveProposal, type WaitingDraft,
} from '@/lib/data/batches'
import { listSourceMappings } from '@/lib/data/source-mappings'
import { exploreObject } from '@/lib/connections/explore-object'
import { readTargets } from '@/lib/documents/check-mapping-in-workspace'
import { orExplain } from '@/lib/documents/or-explain'
import { ExplainedFailure } from '@/lib/explained-error'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { nameStamp } from '@/lib/flows/propose-names'
import { sourceKindOf } from '@/lib/flows/source-facts'
import { firstIncompleteStep } from '@/lib/flows/step-problems'
import { learnLinks, type LearnedLinks } from '@/lib/mapping/suggest/learn-links'
import { findSource } from '@/lib/sources/catalogue'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import type { BatchChoices } from './batch-choices'
import type { RawMode } from './propose-target'
import { proposeAnswers, withProposedMapping, type FoundFlowSpec } from './propose-answers'

/** Drafts that are prepared at the same time; the organisation's budget says how fast their questions go out. */
const width = 3

/**
 * Reads what each waiting draft of a batch is about and proposes its answers, one after the other, each kept as soon as it
 * is known. One that cannot be read says why and stops no other. May end at any moment: the next one goes on.
 */
export async function prepareBatch(batchId: string, signal: AbortSignal): Promise<void> {
  const batch = await findBatch(batchId)
  if (!batch?.choices || !(await holdPreparation(batchId, false))) return
  try {
    const { client, workspace } = await openWorkspace(batch.workspace.id, { signal })
    const work: Work = { client: rememberAnswers(client), rawMode: workspace.rawSchemaMode, choices: batch.choices, learned: new Map() }
    const waiting = await listWaitingDrafts(batchId)
    const next = async (): Promise<void> => {
      const draft = waiting.shift()
      if (!draft || signal.aborted) return
      await holdPreparation(batchId, true)
      await prepareOne(work, draft, signal)
      return next()
    }
    await Promise.all(Array.from({ length: width }, next))
  } finally {
    await releasePreparation(batchId)
  }
}

type Work = { client: AdobeClient; rawMode: RawMode; choices: BatchChoices; learned: Map<string, Promise<LearnedLinks>> }

async function prepareOne(work: Work, draft: WaitingDraft, signal: AbortSignal): Promise<void> {
  try {
    const answers = await propose(work, draft)
    const step = firstIncompleteStep(answers)
    await saveProposal(draft, answers, step === 'create' ? 'review' : step)
  } catch (error) {
    // A process that stops has said nothing about the draft.
    if (!signal.aborted) await savePreparationFailure(draft.id, explainFailure(error, { draft: draft.id }))
  }
}

async function propose({ client, rawMode, choices, learned }: Work, { id, createdAt, answers }: WaitingDraft): Promise<DraftAnswers> {
  const { source = {}, data = {} } = answers
  const { sourceKey = '', baseConnectionId = '' } = source
  const [explored, flowSpec, links] = await Promise.all([
    exploreObject(client, baseConnectionId, sourceKindOf(source), data.table ?? ''),
    findSpec(client, source),
    remember(learned, sourceKey, async () => learnLinks((await listSourceMappings(sourceKey)).map(({ document }) => document))),
  ])
  const object = orExplain(explored, 'data')
  const proposed = proposeAnswers(answers, object, choices, { flowSpec, rawMode }, nameStamp(id, createdAt))
  const schema = schemaOf(proposed)
  const targets = schema && (await readTargets(client, { target: { schema, dataset: { mode: 'new', name: '' } } }, { schemaId: proposed.target?.schemaId }))
  return targets ? withProposedMapping(proposed, object, targets, links) : proposed
}

async function findSpec(client: AdobeClient, { connectionSpec, sourceKey = '' }: NonNullable<DraftAnswers['source']>): Promise<FoundFlowSpec> {
  const flowSpecName = findSource(sourceKey)?.flowSpecName
  const asked = { connectionSpecId: connectionSpec?.id ?? '', ...(flowSpecName !== undefined && { flowSpecName }) }
  const spec = orExplain(await findFlowSpecForSource(client, asked), 'source')
  if (!spec) throw new ExplainedFailure({ code: 'adobe.spec-unknown', mendAt: 'source', retryable: false })
  return { id: spec.id, version: spec.version, takesDelta: transformationsOf(spec).some(({ name }) => name === 'Copy') }
}

/** The schema as a definition would have it, once its class is known. */
function schemaOf({ target = {} }: DraftAnswers): FlowDefinition['target']['schema'] | undefined {
  const { schemaMode, schemaTitle: title = '', classId, fieldGroupIds = [] } = target
  if (classId === undefined) return undefined
  return schemaMode === 'existing' ? { mode: 'existing', title, classId } : { mode: 'build', title, classId, fieldGroupIds }
}

function remember<Value>(known: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  const value = known.get(key) ?? load()
  known.set(key, value)
  return value
}
