import { succeed, type Result } from '@/lib/result'
import type { SetupStep } from '@/lib/paths'
import { flowDefinition, type Bindings, type FlowDefinition } from './flow-definition'
import type { DraftAnswers } from './draft-answers'
import { entersProfile } from './profile-choice'
import { needsDelta, staysDraft } from './source-facts'
import { findProblems, type StepProblem } from './step-problems'

export { firstIncompleteStep } from './step-problems'
export type { StepProblem } from './step-problems'

/** A draft that lacks nothing: what is to be made, the ids it refers to, and where. */
export type CompleteDraft = { definition: FlowDefinition; bindings: Bindings; workspaceId: string }

/**
 * Turns a whole draft into the flow definition with its bindings, or says step by step what is lacking.
 * Whether the schedule fits the flow specification and the mapping fits the schema was checked where those were at hand.
 */
export function completeDraft(answers: DraftAnswers): Result<CompleteDraft, StepProblem[]> {
  const problems = findProblems(answers)
  if (problems.length > 0) return { ok: false, error: problems }
  const { source = {}, target = {}, schedule = {}, review = {} } = answers
  const parsed = flowDefinition.safeParse({
    kind: 'tributary/flow',
    version: 1,
    name: review.name,
    ...textOf('description', review.description),
    ...(staysDraft(answers) ? { asDraft: true } : {}),
    source: { key: source.sourceKey, connectionSpec: source.connectionSpec, connectionName: source.connectionName },
    data: dataOf(answers),
    rawSchema: target.rawSchema,
    target: {
      schema: schemaOf(answers),
      dataset: datasetOf(answers),
      ...(entersProfile(target) ? { forProfile: true } : {}),
    },
    mapping: answers.mapping?.document,
    schedule: scheduleOf(answers),
    ...optionsOf(answers),
  })
  if (!parsed.success) return { ok: false, error: parsed.error.issues.map((issue) => fromIssue(issue.path.map(String))) }
  return succeed({
    definition: parsed.data,
    bindings: {
      baseConnectionId: source.baseConnectionId ?? '',
      flowSpec: schedule.flowSpec ?? { id: '', version: '' },
      ...(target.schemaMode === 'existing' && target.schemaId ? { schemaId: target.schemaId } : {}),
      ...(usesExistingDataset(answers) && target.datasetId ? { datasetId: target.datasetId } : {}),
    },
    workspaceId: source.workspaceId ?? '',
  })
}

function dataOf(answers: DraftAnswers) {
  const { data = {}, schedule = {} } = answers
  if (data.kind === 'rest') return { kind: 'rest', resourcePath: data.table, columns: data.columns }
  // Adobe refuses the whole Copy transformation for `once` (1369-400), so the column is not carried along.
  const isOnce = schedule.schedule?.frequency === 'once'
  return {
    kind: 'table',
    table: data.table,
    columns: data.columns,
    ...(data.leftOut?.length ? { leftOut: data.leftOut } : {}),
    ...(isOnce || !needsDelta(answers) || data.deltaColumn === undefined ? {} : { deltaColumn: data.deltaColumn }),
  }
}

function schemaOf({ target = {} }: DraftAnswers) {
  if (target.schemaMode === 'existing') return { mode: 'existing', title: target.schemaTitle, classId: target.classId }
  return {
    mode: 'build',
    title: target.schemaTitle,
    ...textOf('description', target.schemaDescription),
    classId: target.classId,
    fieldGroupIds: target.fieldGroupIds ?? [],
    ...(target.primaryIdentity ? { primaryIdentity: target.primaryIdentity } : {}),
  }
}

/** A schema that is yet to be built has no datasets, whatever was chosen while another was in mind. */
const usesExistingDataset = ({ target }: DraftAnswers) =>
  target?.schemaMode === 'existing' && target.datasetMode === 'existing'

function datasetOf(answers: DraftAnswers) {
  const { target = {} } = answers
  if (usesExistingDataset(answers)) return { mode: 'existing', name: target.datasetName }
  return { mode: 'new', name: target.datasetName, ...textOf('description', target.datasetDescription) }
}

function scheduleOf({ schedule: { schedule = {} } = {} }: DraftAnswers) {
  const start = schedule.start ?? 'as-soon-as-created'
  if (schedule.frequency === 'once') return { frequency: 'once', start }
  return {
    frequency: schedule.frequency,
    interval: schedule.interval,
    start,
    backfill: schedule.backfill ?? true,
  }
}

function optionsOf({ schedule = {} }: DraftAnswers) {
  const options = {
    ...(schedule.partialIngestionPercent === undefined ? {} : { partialIngestionPercent: schedule.partialIngestionPercent }),
    ...(schedule.errorDiagnosticsEnabled === undefined ? {} : { errorDiagnosticsEnabled: schedule.errorDiagnosticsEnabled }),
  }
  return Object.keys(options).length > 0 ? { options } : {}
}

const textOf = (key: string, text: string | undefined) => (text?.trim() ? { [key]: text.trim() } : {})

/** Reached only when an answer is present but malformed (a name of 201 characters): leads to the step it was given in. */
function fromIssue(path: string[]): StepProblem {
  const steps: Record<string, SetupStep> = {
    source: 'source', data: 'data', rawSchema: 'target', target: 'target', mapping: 'mapping', schedule: 'schedule', options: 'schedule',
  }
  return { step: steps[path[0] ?? ''] ?? 'review', field: path.at(-1) ?? '', code: 'malformed', values: { field: path.join('.') } }
}
