import 'server-only'
import { isDatasetInProfile, listDatasets, type Dataset } from '@/lib/adobe/catalog'
import { listBaseConnections } from '@/lib/adobe/flow-service/connections'
import { findFlowSpecForSource, supportsDrafts } from '@/lib/adobe/flow-service/specs'
import type { RegistryResource } from '@/lib/adobe/answers-registry'
import { registryKinds } from '@/lib/adobe/requests/schema-registry'
import { isInUnion, listRegistry, listTargetSchemas } from '@/lib/adobe/schema-registry'
import type { AdobeClient } from '@/lib/adobe/types'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { checkSchedule } from '@/lib/schedule/check-schedule'
import { findSource } from '@/lib/sources/catalogue'
import { orExplain } from './or-explain'
import type { Candidate, Choices, FoundNames, Lacking, Resolution, TakenTitle } from './resolution'

type Found = Pick<Resolution, 'bindings'> & { names?: FoundNames; lacking?: Lacking; schedule?: DocumentProblem[] }

/** No list of what could be chosen is longer than a person reads. */
const candidatesMax = 100

/**
 * Finds in a workspace what a definition names: account, flow specification, existing schema and dataset; and titles that
 * are taken. A choice overrules a name. Only reads, as many at once as the client lets through.
 * @throws ExplainedFailure what Adobe says when it does not answer
 */
export async function resolveDefinition(client: AdobeClient, definition: FlowDefinition, choices: Choices, nowMs: number): Promise<Resolution> {
  const [connection, flowSpec, target, taken] = await Promise.all([
    findConnection(client, definition, choices.connectionId),
    findSpec(client, definition, nowMs),
    findTarget(client, definition, choices),
    findTaken(client, definition),
  ])
  const parts: Found[] = [connection, flowSpec, ...target]
  return {
    bindings: Object.assign({}, ...parts.map(({ bindings }) => bindings)) as Resolution['bindings'],
    names: Object.assign({}, ...parts.map(({ names }) => names ?? {})) as FoundNames,
    lacking: parts.flatMap(({ lacking }) => lacking ?? []),
    taken,
    schedule: flowSpec.schedule ?? [],
  }
}

async function findConnection(client: AdobeClient, { source }: FlowDefinition, chosen: string | undefined): Promise<Found> {
  const all = orExplain(await listBaseConnections(client, source.connectionSpec.id), 'source')
    .map(({ id, name }): Candidate => ({ id, name: name ?? id }))
  const fitting = all.filter(({ id, name }) => (chosen === undefined ? name === source.connectionName : id === chosen))
  const [only] = fitting
  if (only && fitting.length === 1) return { bindings: { baseConnectionId: only.id }, names: { connection: only.name } }
  return { bindings: {}, lacking: lack('connection', source.connectionName, fitting, all) }
}

async function findSpec(client: AdobeClient, { source, schedule, asDraft }: FlowDefinition, nowMs: number): Promise<Found> {
  const flowSpecName = findSource(source.key)?.flowSpecName
  const wanted = { connectionSpecId: source.connectionSpec.id, ...(flowSpecName !== undefined && { flowSpecName }) }
  const spec = orExplain(await findFlowSpecForSource(client, wanted), 'source')
  if (!spec) return { bindings: {}, lacking: lack('flow-spec', flowSpecName ?? source.key, [], []) }
  const problems = checkSchedule(schedule, spec.scheduleSpec, nowMs).map(({ field, code, values }): DocumentProblem => ({
    path: `schedule.${field}`, area: 'schedule', code, values,
  }))
  if (asDraft && !(await supportsDrafts(client, spec, source.connectionSpec.id))) {
    problems.push({ path: 'asDraft', area: 'documents', code: 'drafts-unsupported', values: {} })
  }
  return { bindings: { flowSpec: { id: spec.id, version: spec.version } }, schedule: problems }
}

/** What the flow specification of a workspace does not allow of a definition's schedule. @throws ExplainedFailure as above */
export const checkScheduleInWorkspace = async (client: AdobeClient, definition: FlowDefinition, nowMs: number): Promise<DocumentProblem[]> =>
  (await findSpec(client, definition, nowMs)).schedule ?? []

/** A dataset belongs to a schema, so it is looked for once the schema is known. */
async function findTarget(client: AdobeClient, { target }: FlowDefinition, choices: Choices): Promise<Found[]> {
  const { schema, dataset, forProfile } = target
  if (schema.mode === 'build') return []
  const all = orExplain(await listTargetSchemas(client), 'target')
  const named = all.filter(({ $id, title }) => (choices.schemaId === undefined ? title === schema.title : $id === choices.schemaId))
  const ofClass = named.filter((one) => one['meta:class'] === schema.classId)
  const [only] = ofClass
  if (!only || ofClass.length > 1) {
    const candidates = all.filter((one) => one['meta:class'] === schema.classId).map(({ $id, title }) => ({ id: $id, name: title ?? $id }))
    const lacking = lack('schema', schema.title, ofClass.map(({ $id }) => ({ id: $id, name: schema.title })), candidates)
    const isOfOtherClass = named.length > 0 && ofClass.length === 0
    return [{ bindings: {}, lacking: isOfOtherClass ? { ...lacking, reason: 'other-class' } : lacking }]
  }
  // What a flow has not made it does not enable either.
  if (forProfile && !isInUnion(only)) return [{ bindings: {}, lacking: { ...lack('schema', schema.title, [], profiledOf(all, schema.classId)), reason: 'not-in-profile' } }]
  const found: Found = { bindings: { schemaId: only.$id }, names: { schema: only.title ?? schema.title } }
  return dataset.mode === 'new' ? [found] : [found, await findDataset(client, dataset.name, only.$id, choices.datasetId, forProfile)]
}

const profiledOf = (schemas: readonly RegistryResource[], classId: string): Candidate[] =>
  schemas.filter((one) => one['meta:class'] === classId && isInUnion(one)).map(({ $id, title }) => ({ id: $id, name: title ?? $id }))

async function findDataset(client: AdobeClient, name: string, schemaId: string, chosen: string | undefined, forProfile = false): Promise<Found> {
  const toCandidate = (one: Dataset): Candidate => ({ id: one.id, name: one.name ?? one.id })
  const ofSchema = orExplain(await listDatasets(client), 'target').filter((one) => one.schemaRef?.id === schemaId)
  const all = ofSchema.filter((one) => !forProfile || isDatasetInProfile(one)).map(toCandidate)
  const isMeant = (one: Candidate) => (chosen === undefined ? one.name === name : one.id === chosen)
  const fitting = all.filter(isMeant)
  if (fitting.length === 0 && ofSchema.map(toCandidate).some(isMeant)) {
    return { bindings: {}, lacking: { ...lack('dataset', name, [], all), reason: 'not-in-profile' } }
  }
  const [only] = fitting
  if (only && fitting.length === 1) return { bindings: { datasetId: only.id }, names: { dataset: only.name } }
  return { bindings: {}, lacking: lack('dataset', name, fitting, all) }
}

/** Titles are unique among everything in the registry (XDM-1521); each kind is read once, ids and titles alone. */
async function findTaken(client: AdobeClient, { rawSchema, target }: FlowDefinition): Promise<TakenTitle[]> {
  const wanted: TakenTitle[] = [
    ...(rawSchema.mode === 'adhoc'
      ? [{ path: 'rawSchema.classTitle', title: rawSchema.classTitle }, { path: 'rawSchema.schemaTitle', title: rawSchema.schemaTitle }]
      : []),
    ...(target.schema.mode === 'build' ? [{ path: 'target.schema.title', title: target.schema.title }] : []),
  ]
  if (wanted.length === 0) return []
  const lists = await Promise.all(registryKinds.map(async (kind) => orExplain(await listRegistry(client, 'tenant', kind), 'target')))
  const given = new Set(lists.flat().map(({ title }) => title))
  return wanted.filter(({ title }) => given.has(title))
}

const lack = (place: Lacking['place'], name: string, fitting: Candidate[], all: Candidate[]): Lacking => ({
  place, name, reason: fitting.length > 1 ? 'several' : 'none', candidates: (fitting.length > 1 ? fitting : all).slice(0, candidatesMax),
})
