import { findDataset, schemaIdOf } from '../catalog/lookup'
import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import type { AppContext } from '../http'
import { asObject, asText } from '../json'
import { findSchema } from '../registry/lookup'
import type { World } from '../world'
import { isDraftMode, optionalText, readBody, requireField, requireSpecRef, requireText } from './body'
import { checkAgainst } from './check-schema'
import { checkName } from './document'
import { flowError } from './errors'
import { commonFields, fixedFields, publishDraft, unknownOperation, type Resource } from './resource-routes'
import { refuseInUse } from './source-connections'
import { dataLakeSpec, findConnectionSpec } from './specs'

/** Target connections: which dataset is written, in which schema. */
export function targetConnectionResource(world: World): Resource {
  return {
    kind: 'targetConnections',
    fields: [...commonFields, 'data', 'params', 'connectionSpec', 'providerRefId', 'inheritedAttributes'],
    render: (doc) => ({
      ...doc,
      inheritedAttributes: { baseConnection: { id: doc['baseConnectionId'] ?? dataLakeSpec.id, connectionSpec: doc['connectionSpec'] ?? null } },
    }),
    patch: { allowed: ['name', 'description', 'data', 'params'], fixed: { ...fixedFields, connectionSpec: '1414-400' } },
    create: (c, caller) => readTargetConnection(world, c, caller),
    change(caller, before, after) {
      const name = requireText(world, after, 'name')
      checkName(world, caller, 'targetConnections', name, asText(before['id']))
      return { name, ...optionalText(world, after, 'description'), ...readWriting(world, caller, after) }
    },
    checkDelete: (caller, doc) => refuseInUse(world, caller, 'targetConnectionIds', asText(doc['id'])),
    act(_caller, doc, op) {
      if (op !== 'publish') throw unknownOperation(world, op)
      return publishDraft(world, doc, [])
    },
  }
}

async function readTargetConnection(world: World, c: AppContext, caller: Caller): Promise<JsonObject> {
  const body = await readBody(world, c, ['name', 'description', 'baseConnectionId', 'data', 'params', 'connectionSpec'])
  const isDraft = isDraftMode(world, c)
  const name = requireText(world, body, 'name')
  const spec = requireSpecRef(world, body, 'connectionSpec', (id) => findConnectionSpec(world, id))
  if (world.switches.targetSpecCheck === 'create') requireDataLake(world, spec.id)
  const writing = readWriting(world, caller, body)
  checkName(world, caller, 'targetConnections', name)
  return {
    name,
    ...optionalText(world, body, 'description'),
    ...optionalText(world, body, 'baseConnectionId'),
    state: isDraft ? 'draft' : 'enabled',
    ...writing,
    connectionSpec: { id: spec.id, version: spec.version },
  }
}

/** Batch flows write to the data lake and nowhere else, whatever the tutorial's sample says. */
export function requireDataLake(world: World, specId: string): void {
  if (specId === dataLakeSpec.id) return
  throw flowError(world, '1307-400', `A target connection has the connection specification ${dataLakeSpec.id}, not ${specId}.`)
}

/** `data` and `params`: a dataset that is there, and the schema that it has. */
function readWriting(world: World, { scope }: Caller, body: JsonObject): JsonObject {
  const data = requireField(world, body, 'data')
  const params = requireField(world, body, 'params')
  checkAgainst(world, asObject(asObject(dataLakeSpec['targetSpec'])['spec']), params, 'params')
  if (data['format'] !== undefined && data['format'] !== 'parquet_xdm')
    throw flowError(world, '1327-400', 'The format of a target connection is parquet_xdm.')
  const dataSetId = asText(params['dataSetId'])
  const dataset = findDataset(world, scope, dataSetId)
  if (dataset === undefined) throw flowError(world, '1325-400', `There is no dataset with the id ${dataSetId}.`)
  if (data['schema'] !== undefined) {
    const schemaId = requireText(world, requireField(world, data, 'schema'), 'id')
    if (findSchema(world, scope, schemaId) === undefined) throw flowError(world, '1439-400', `There is no schema with the id ${schemaId}.`)
    if (schemaIdOf(dataset) !== schemaId)
      throw flowError(world, '1425-400', `The dataset ${dataSetId} has the schema ${schemaIdOf(dataset)}, not ${schemaId}.`)
  }
  return { data, params }
}
