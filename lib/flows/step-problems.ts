import { setupSteps, type SetupStep } from '@/lib/paths'
import type { DraftAnswers } from './draft-answers'
import { mappingKey } from './mapping-key'
import { entersProfile } from './profile-choice'
import { needsDelta } from './source-facts'

/** One thing a step still lacks. `field` is the form field to lead to; sentences are `setup.problems.<code>`. */
export type StepProblem = { step: SetupStep; field: string; code: string; values?: Record<string, string | number> }

type Finder = (answers: DraftAnswers) => (StepProblem | undefined | false)[]

const lacking = (missing: boolean, step: SetupStep, field: string, code: string, values?: StepProblem['values']) =>
  missing && { step, field, code, ...(values ? { values } : {}) }

const blank = (text: string | undefined) => !text?.trim()

const ofSource: Finder = ({ source = {} }) => [
  lacking(!source.workspaceId, 'source', 'workspaceId', 'workspace-missing'),
  lacking(!source.sourceKey || !source.connectionSpec, 'source', 'sourceKey', 'source-missing'),
  lacking(!source.baseConnectionId || blank(source.connectionName), 'source', 'baseConnectionId', 'connection-missing'),
]

const ofData: Finder = ({ data = {} }) => [
  lacking(!data.table, 'data', 'table', data.kind === 'rest' ? 'resource-missing' : 'table-missing'),
  lacking(Boolean(data.table) && !data.columns?.length && !data.leftOut?.length, 'data', 'table', 'columns-missing', { table: data.table ?? '' }),
  lacking(Boolean(data.table) && !data.columns?.length && Boolean(data.leftOut?.length), 'data', 'columns', 'columns-none-chosen'),
]

const ofTarget: Finder = ({ target = {} }) => [
  lacking(!target.schemaMode, 'target', 'schemaMode', 'schema-mode-missing'),
  lacking(
    target.schemaMode === 'existing' && (!target.schemaId || !target.classId || blank(target.schemaTitle)),
    'target', 'schemaId', 'schema-missing',
  ),
  lacking(target.schemaMode === 'build' && !target.classId, 'target', 'classId', 'class-missing'),
  lacking(target.schemaMode === 'build' && blank(target.schemaTitle), 'target', 'schemaTitle', 'schema-title-missing'),
  lacking(
    Boolean(target.primaryIdentity) && (blank(target.primaryIdentity?.path) || blank(target.primaryIdentity?.namespace)),
    'target', 'primaryIdentity', 'identity-incomplete',
  ),
  lacking(
    target.schemaMode === 'build' && target.forProfile === true && !target.primaryIdentity,
    'target', 'primaryIdentity', 'profile-needs-identity',
  ),
  ...datasetProblems(target),
  ...rawProblems(target),
]

function datasetProblems(target: NonNullable<DraftAnswers['target']>) {
  const existing = target.schemaMode === 'existing' && target.datasetMode === 'existing'
  return [
    lacking(existing && (!target.datasetId || blank(target.datasetName)), 'target', 'datasetId', 'dataset-missing'),
    lacking(!existing && blank(target.datasetName), 'target', 'datasetName', 'dataset-name-missing'),
  ]
}

function rawProblems({ rawSchema, schemaMode, schemaTitle }: NonNullable<DraftAnswers['target']>) {
  if (!rawSchema) return [lacking(true, 'target', 'rawSchema', 'raw-missing')]
  if (rawSchema.mode !== 'adhoc') return []
  const titles = [rawSchema.classTitle, rawSchema.schemaTitle, ...(schemaMode === 'build' ? [schemaTitle ?? ''] : [])]
  const distinct = new Set(titles.map((title) => title.trim().toLowerCase())).size
  return [
    lacking(blank(rawSchema.classTitle), 'target', 'rawClassTitle', 'raw-title-missing'),
    lacking(blank(rawSchema.schemaTitle), 'target', 'rawSchemaTitle', 'raw-title-missing'),
    lacking(titles.every((title) => !blank(title)) && distinct < titles.length, 'target', 'rawSchemaTitle', 'titles-clash'),
  ]
}

const ofMapping: Finder = ({ data, target, mapping = {} }) => {
  const rows = mapping.document?.rows.length ?? 0
  const { verdict } = mapping
  const isCurrent = verdict !== undefined && verdict.key === mappingKey(data, target)
  return [
    lacking(rows === 0, 'mapping', 'document', 'mapping-empty'),
    lacking(rows > 0 && !isCurrent, 'mapping', 'document', 'mapping-unchecked'),
    lacking(rows > 0 && isCurrent && verdict.errors > 0, 'mapping', 'document', 'mapping-errors', { count: verdict?.errors ?? 0 }),
    lacking(rows > 0 && identityIsUnfilled(target, mapping), 'mapping', 'document', 'profile-identity-unmapped', {
      path: target?.primaryIdentity?.path ?? '',
    }),
  ]
}

/** Profile knows a record by its primary identity: without a value there it cannot tell whose profile it belongs to. */
function identityIsUnfilled(target: DraftAnswers['target'], { document }: NonNullable<DraftAnswers['mapping']>): boolean {
  const path = target?.schemaMode === 'build' && entersProfile(target) ? target.primaryIdentity?.path : undefined
  return Boolean(path) && document?.rows.some(({ destination }) => destination === path) === false
}

const ofSchedule: Finder = (all) => {
  const { data, schedule: answers = {} } = all
  const { frequency, interval, start } = answers.schedule ?? {}
  const recurring = frequency !== undefined && frequency !== 'once'
  const percent = answers.partialIngestionPercent
  return [
    lacking(!frequency, 'schedule', 'frequency', 'frequency-missing'),
    lacking(recurring && interval === undefined, 'schedule', 'interval', 'interval-missing'),
    lacking(recurring && needsDelta(all) && !data?.deltaColumn, 'schedule', 'frequency', 'delta-missing'),
    lacking(frequency !== undefined && start === undefined, 'schedule', 'start', 'start-missing'),
    lacking(!answers.flowSpec, 'schedule', 'frequency', 'flow-spec-missing'),
    lacking(
      percent !== undefined && !(percent > 0 && percent <= 100),
      'schedule', 'partialIngestionPercent', 'percent-out-of-range',
    ),
  ]
}

const ofReview: Finder = ({ review = {} }) => [lacking(blank(review.name), 'review', 'name', 'name-missing')]

const finders: Finder[] = [ofSource, ofData, ofTarget, ofMapping, ofSchedule, ofReview]

/** Everything that is still lacking, in the order of the steps. Pure. */
export function findProblems(answers: DraftAnswers): StepProblem[] {
  return finders.flatMap((find) => find(answers)).filter((problem) => problem !== undefined && problem !== false)
}

/** The first step that lacks something; `create` when none does. */
export function firstIncompleteStep(answers: DraftAnswers): SetupStep {
  return findProblems(answers)[0]?.step ?? 'create'
}

/** Steps come one after another: one may go back at will, forward as far as the first step that lacks something. */
export function isStepOpen(step: SetupStep, answers: DraftAnswers): boolean {
  return setupSteps.indexOf(step) <= setupSteps.indexOf(firstIncompleteStep(answers))
}
