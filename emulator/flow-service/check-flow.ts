import { findDataset, schemaIdOf } from '../catalog/lookup'
import type { FlowSpec } from '../content/flow-specs/flow-specs'
import type { Json, JsonObject } from '../content/types'
import { findMappingSet, mappingRowsOf, targetSchemaIdOf } from '../data-prep/lookup'
import type { Caller } from '../gateway'
import { asArray, asObject, asText, isObject } from '../json'
import { expandSchema } from '../registry/lookup'
import type { World } from '../world'
import { requireField, requireText } from './body'
import { checkAgainst } from './check-schema'
import { flowError } from './errors'
import { requireDataLake } from './target-connections'

export type FlowEnds = { source: JsonObject; target: JsonObject }

/** Exactly one source and one target connection, both there, both of kinds that the flow specification joins. */
export function checkEnds(world: World, caller: Caller, body: JsonObject, spec: FlowSpec): FlowEnds {
  const source = requireEnd(world, caller, body, 'sourceConnectionIds', 'sourceConnections')
  const target = requireEnd(world, caller, body, 'targetConnectionIds', 'targetConnections')
  const sourceSpecId = asText(asObject(source['connectionSpec'])['id'])
  if (!spec.sourceConnectionSpecIds.includes(sourceSpecId))
    throw flowError(world, '1413-400', `The flow specification ${spec.name} does not take sources of the connection specification ${sourceSpecId}.`)
  requireDataLake(world, asText(asObject(target['connectionSpec'])['id']))
  return { source, target }
}

function requireEnd(
  world: World,
  { scope }: Caller,
  body: JsonObject,
  list: 'sourceConnectionIds' | 'targetConnectionIds',
  kind: 'sourceConnections' | 'targetConnections',
): JsonObject {
  const ids = body[list]
  const [id] = asArray(ids)
  if (asArray(ids).length !== 1 || typeof id !== 'string') throw flowError(world, '1321-400', `${list} must hold exactly one id.`)
  const found = world.store.get(scope, kind, id)
  if (found === undefined) throw flowError(world, '1439-400', `There is no resource with the id ${id} in ${kind}.`)
  return found
}

/** Copy and Mapping: known to the flow specification, in its form, and there where they have to be. */
export function checkTransformations(world: World, body: JsonObject, spec: FlowSpec): void {
  const given = body['transformations']
  if (given !== undefined && !Array.isArray(given)) throw flowError(world, '1452-400', 'transformations must be a list.')
  for (const item of asArray(given)) {
    if (!isObject(item)) throw flowError(world, '1452-400', 'A transformation must be an object.')
    const name = requireText(world, item, 'name')
    const known = spec.transformationSpecs.find((one) => one.name === name)
    if (known === undefined) throw flowError(world, '1455-400', `The flow specification ${spec.name} has no transformation ${name}.`)
    const params = requireField(world, item, 'params')
    if (name === 'Copy' && isOnce(body)) continue
    checkAgainst(world, known.spec, withTextVersion(params), `transformations.${name}.params`)
  }
  checkCopy(world, body, spec)
  if (findTransformation(body, 'Mapping') === undefined) throw flowError(world, '1370-400', 'The Mapping transformation is missing.')
}

/** The specification calls the version a string; Adobe's tutorials and answers carry a number as well. */
function withTextVersion(params: JsonObject): JsonObject {
  const version = params['mappingVersion']
  return typeof version === 'number' ? { ...params, mappingVersion: String(version) } : params
}

function checkCopy(world: World, body: JsonObject, spec: FlowSpec): void {
  if (!spec.transformationSpecs.some(({ name }) => name === 'Copy')) return
  const hasColumn = deltaColumnOf(body) !== undefined
  if (isOnce(body) && hasColumn) throw flowError(world, '1369-400', 'A delta column is not allowed with the frequency once.')
  if (!isOnce(body) && !hasColumn) throw flowError(world, '1367-400', 'The Copy transformation must name a delta column.')
}

const isOnce = (flow: JsonObject) => asObject(flow['scheduleParams'])['frequency'] === 'once'

/** Parameters of a transformation, wherever in the list it stands. */
export function findTransformation(flow: JsonObject, name: string): JsonObject | undefined {
  const found = asArray(flow['transformations']).map(asObject).find((item) => item['name'] === name)
  return found === undefined ? undefined : asObject(found['params'])
}

/** Name of the column by which new rows are told from old ones. */
export function deltaColumnOf(flow: JsonObject): string | undefined {
  const column = asObject(findTransformation(flow, 'Copy')?.['deltaColumn'])
  return asText(column['name']) || undefined
}

/** The mapping set as the flow names it. */
export function mappingOf(world: World, { scope }: Pick<Caller, 'scope'>, flow: JsonObject): JsonObject | undefined {
  const params = findTransformation(flow, 'Mapping') ?? {}
  const version = params['mappingVersion']
  return findMappingSet(world, scope, asText(params['mappingId']), version === undefined ? undefined : Number(version))
}

/**
 * The mapping set exists in that version, writes into the schema that target connection and dataset have, and each of
 * its mappings could be carried out.
 */
export function checkMapping(world: World, caller: Caller, flow: JsonObject, target: JsonObject): void {
  const { scope } = caller
  const params = findTransformation(flow, 'Mapping') ?? {}
  const id = asText(params['mappingId'])
  if (findMappingSet(world, scope, id) === undefined) throw flowError(world, '1419-400', `There is no mapping set with the id ${id}.`)
  const mapping = mappingOf(world, caller, flow)
  if (mapping === undefined) throw flowError(world, '1412-400', `The mapping set ${id} has no version ${String(params['mappingVersion'] as string)}.`)
  const schemaId = checkTargetSchema(world, caller, target)
  if (targetSchemaIdOf(mapping) !== schemaId)
    throw flowError(world, '1425-400', `The mapping set writes into the schema ${targetSchemaIdOf(mapping)}, the dataset has ${schemaId}.`)
  const schema = expandSchema(world, scope, schemaId)
  if (schema === undefined) throw flowError(world, '1425-400', `The schema ${schemaId} does not exist any more.`)
  for (const row of mappingRowsOf(mapping)) {
    const [fault] = world.engine.validateMapping({ mapping: row, schema })
    if (fault !== undefined) throw flowError(world, '1419-400', `The mapping validation failed. ${fault.exception}`)
  }
}

/** The target connection must say id and version of the schema, and the dataset must still have it. */
function checkTargetSchema(world: World, { scope }: Caller, target: JsonObject): string {
  const ref = asObject(asObject(target['data'])['schema'])
  const [id, version] = [asText(ref['id']), asText(ref['version'])]
  if (id === '' || !/version=1(\.\d+)?\s*$/.test(version))
    throw flowError(world, '1425-400', 'The target connection must name the id and the version of the schema (…;version=1).')
  const dataSetId = asText(asObject(target['params'])['dataSetId'])
  const dataset = findDataset(world, scope, dataSetId)
  if (dataset === undefined) throw flowError(world, '1325-400', `There is no dataset with the id ${dataSetId}.`)
  if (schemaIdOf(dataset) !== id) throw flowError(world, '1425-400', `The dataset ${dataSetId} has the schema ${schemaIdOf(dataset)}, not ${id}.`)
  return id
}

/** `options`: how many refused rows a batch bears, and whether they are kept. */
export function checkOptions(world: World, options: Json | undefined): void {
  if (options === undefined) return
  if (!isObject(options)) throw flowError(world, '1452-400', 'options must be an object.')
  for (const [key, value] of Object.entries(options)) {
    if (key === 'errorDiagnosticsEnabled') {
      if (typeof value !== 'boolean') throw flowError(world, '1452-400', `options.${key} must be true or false.`)
    } else if (key === 'partialIngestionPercent') {
      if (typeof value !== 'number' || value <= 0 || value > 100)
        throw flowError(world, '1452-400', `options.${key} must be more than 0 and at most 100.`)
    } else throw flowError(world, '1455-400', `The field options.${key} is not known here.`)
  }
}
