import type { DocumentProblem } from './document-problem'
import { draftFromDefinition } from './draft-from-definition'
import type { FlowDefinition } from './flow-definition'
import { findProblems, type StepProblem } from './step-problems'

/** What a document cannot know, because it belongs to a workspace or is said of trees that are not at hand here. */
const outside = new Set(['workspaceId', 'baseConnectionId', 'schemaId', 'datasetId'])
const outsideCodes = new Set(['flow-spec-missing', 'mapping-unchecked', 'mapping-errors'])

/**
 * What a well-formed definition still lacks to make one flow: the wizard's own rules between answers (a delta column
 * for runs that repeat, titles that differ…), each with its place in the document. Pure.
 */
export function checkDefinition(definition: FlowDefinition): DocumentProblem[] {
  const { schema, dataset } = definition.target
  const problems = findProblems(draftFromDefinition(definition))
    .filter(({ field, code }) => !outside.has(field) && !outsideCodes.has(code))
    .map(({ field, code, values }): DocumentProblem => ({
      path: placeOf(field), area: 'setup', code, ...(values ? { values } : {}),
    }))
  // A schema that is yet to be built has no datasets.
  if (schema.mode === 'build' && dataset.mode === 'existing') {
    problems.push({ path: 'target.dataset.mode', area: 'documents', code: 'dataset-without-schema' })
  }
  return problems
}

const places: Record<StepProblem['field'], string> = {
  sourceKey: 'source.key', table: 'data', columns: 'data.columns', schemaMode: 'target.schema.mode', classId: 'target.schema.classId',
  schemaTitle: 'target.schema.title', primaryIdentity: 'target.schema.primaryIdentity', datasetName: 'target.dataset.name',
  rawSchema: 'rawSchema', rawClassTitle: 'rawSchema.classTitle', rawSchemaTitle: 'rawSchema.schemaTitle', document: 'mapping.rows',
  frequency: 'schedule.frequency', interval: 'schedule.interval', start: 'schedule.start',
  partialIngestionPercent: 'options.partialIngestionPercent', name: 'name',
}

const placeOf = (field: string) => places[field] ?? field
