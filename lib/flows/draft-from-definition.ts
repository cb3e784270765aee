import type { DraftAnswers } from './draft-answers'
import type { Bindings, FlowDefinition } from './flow-definition'

/** Where a definition goes, as far as it is known yet. */
export type DraftPlace = { workspaceId?: string | undefined; bindings?: Partial<Bindings> | undefined }

/**
 * The wizard's answers that lead to this definition: the way back of `completeDraft`. Ids that are not known yet are left
 * out, and the wizard asks for them. The mapping carries no verdict: it is checked when its trees are at hand. Pure.
 */
export function draftFromDefinition(definition: FlowDefinition, { workspaceId, bindings = {} }: DraftPlace = {}): DraftAnswers {
  const { source, schedule, options = {}, name, description, asDraft } = definition
  return {
    source: {
      ...(workspaceId ? { workspaceId } : {}),
      sourceKey: source.key,
      connectionSpec: source.connectionSpec,
      connectionName: source.connectionName,
      ...(bindings.baseConnectionId ? { baseConnectionId: bindings.baseConnectionId } : {}),
    },
    data: dataOf(definition),
    target: {
      ...schemaOf(definition, bindings),
      ...datasetOf(definition, bindings),
      ...profileOf(definition, bindings),
      rawSchema: definition.rawSchema,
    },
    mapping: { document: definition.mapping },
    schedule: { schedule, ...options, ...(bindings.flowSpec ? { flowSpec: bindings.flowSpec } : {}), ...(asDraft ? { supportsDrafts: true } : {}) },
    review: { name, ...(description === undefined ? {} : { description }), ...(asDraft ? { asDraft } : {}) },
  }
}

function dataOf({ data }: FlowDefinition): DraftAnswers['data'] {
  if (data.kind === 'rest') return { kind: 'rest', table: data.resourcePath, columns: data.columns }
  const { kind, table, columns, leftOut, deltaColumn } = data
  return { kind, table, columns, ...(leftOut ? { leftOut } : {}), ...(deltaColumn === undefined ? {} : { deltaColumn }) }
}

function schemaOf({ target: { schema } }: FlowDefinition, bindings: Partial<Bindings>): DraftAnswers['target'] {
  if (schema.mode === 'existing') {
    const { title, classId } = schema
    return { schemaMode: 'existing', schemaTitle: title, classId, ...(bindings.schemaId ? { schemaId: bindings.schemaId } : {}) }
  }
  const { title, description, classId, fieldGroupIds, primaryIdentity } = schema
  return {
    schemaMode: 'build',
    schemaTitle: title,
    ...(description === undefined ? {} : { schemaDescription: description }),
    classId,
    fieldGroupIds,
    ...(primaryIdentity ? { primaryIdentity } : {}),
  }
}

function datasetOf({ target: { dataset } }: FlowDefinition, bindings: Partial<Bindings>): DraftAnswers['target'] {
  if (dataset.mode === 'existing') {
    return { datasetMode: 'existing', datasetName: dataset.name, ...(bindings.datasetId ? { datasetId: bindings.datasetId } : {}) }
  }
  const { name, description } = dataset
  return { datasetMode: 'new', datasetName: name, ...(description === undefined ? {} : { datasetDescription: description }) }
}

/** What is bound was found enabled, or it would not have been bound. */
function profileOf({ target: { schema, dataset, forProfile } }: FlowDefinition, bindings: Partial<Bindings>): DraftAnswers['target'] {
  if (!forProfile) return {}
  return {
    forProfile,
    ...(schema.mode === 'existing' && bindings.schemaId ? { schemaInProfile: true } : {}),
    ...(dataset.mode === 'existing' && bindings.datasetId ? { datasetInProfile: true } : {}),
  }
}
