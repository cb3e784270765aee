import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import type { AppContext } from '../http'
import { asArray, asObject, asText } from '../json'
import { findSchema } from '../registry/lookup'
import type { World } from '../world'
import { isDraftMode, missing, optionalText, readBody, requireDraftSupport, requireField, requireSpecRef, requireText } from './body'
import { checkAgainst } from './check-schema'
import { checkName } from './document'
import { flowError } from './errors'
import { commonFields, fixedFields, publishDraft, unknownOperation, type Resource } from './resource-routes'
import { tablePathOf } from './source-params'
import { findResource, findSampleSource, findTable } from './source-tables'
import { findConnectionSpec, kindOfSource } from './specs'

const formats = { table: 'tabular', rest: 'json' } as const

/** Source connections: which table or resource of an account is read. */
export function sourceConnectionResource(world: World): Resource {
  return {
    kind: 'sourceConnections',
    fields: [...commonFields, 'baseConnectionId', 'data', 'params', 'connectionSpec', 'providerRefId', 'inheritedAttributes'],
    render: (doc) => ({
      ...doc,
      inheritedAttributes: { baseConnection: { id: doc['baseConnectionId'] ?? null, connectionSpec: doc['connectionSpec'] ?? null } },
    }),
    patch: {
      allowed: ['name', 'description', 'data', 'params'],
      fixed: { ...fixedFields, connectionSpec: '1414-400', baseConnectionId: '1365-400', providerRefId: '1365-400' },
    },
    create: (c, caller) => readSourceConnection(world, c, caller),
    change(caller, before, after) {
      const name = requireText(world, after, 'name')
      checkName(world, caller, 'sourceConnections', name, asText(before['id']))
      const specId = asText(asObject(before['connectionSpec'])['id'])
      return { name, ...optionalText(world, after, 'description'), ...readReading(world, caller, after, specId) }
    },
    checkDelete: (caller, doc) => refuseInUse(world, caller, 'sourceConnectionIds', asText(doc['id'])),
    act(caller, doc, op) {
      if (op !== 'publish') throw unknownOperation(world, op)
      return publishDraft(world, doc, [world.store.get(caller.scope, 'connections', asText(doc['baseConnectionId']))])
    },
  }
}

async function readSourceConnection(world: World, c: AppContext, caller: Caller): Promise<JsonObject> {
  const body = await readBody(world, c, ['name', 'description', 'baseConnectionId', 'data', 'params', 'connectionSpec'])
  const isDraft = isDraftMode(world, c)
  const name = requireText(world, body, 'name')
  const spec = requireSpecRef(world, body, 'connectionSpec', (id) => findConnectionSpec(world, id))
  if (spec['sourceSpec'] === undefined) throw flowError(world, '1413-400', `${spec.name} is not a source.`)
  if (isDraft) requireDraftSupport(world, spec)
  const baseConnectionId = requireText(world, body, 'baseConnectionId')
  const base = world.store.get(caller.scope, 'connections', baseConnectionId)
  if (base === undefined) throw flowError(world, '1439-400', `There is no base connection with the id ${baseConnectionId}.`)
  if (asObject(base['connectionSpec'])['id'] !== spec.id)
    throw flowError(world, '1413-400', `The base connection ${baseConnectionId} belongs to another connection specification.`)
  const reading = readReading(world, caller, body, spec.id)
  checkName(world, caller, 'sourceConnections', name)
  return {
    name,
    ...optionalText(world, body, 'description'),
    baseConnectionId,
    state: isDraft ? 'draft' : 'enabled',
    ...reading,
    connectionSpec: { id: spec.id, version: spec.version },
  }
}

/** `data` and `params`: in which format what is read. */
function readReading(world: World, { scope }: Caller, body: JsonObject, specId: string): JsonObject {
  const data = requireField(world, body, 'data')
  const format = requireText(world, data, 'format')
  const kind = kindOfSource(world, specId)
  if (format !== formats[kind]) throw flowError(world, '1327-400', `The format ${format} is not supported; it is ${formats[kind]} for this source.`)
  if (data['schema'] !== undefined) {
    const schemaId = requireText(world, requireField(world, data, 'schema'), 'id')
    if (findSchema(world, scope, schemaId) === undefined) throw flowError(world, '1439-400', `There is no schema with the id ${schemaId}.`)
  }
  const params = requireField(world, body, 'params')
  checkParams(world, params, specId)
  const path = tablePathOf(params)
  if (path === '') throw missing(world, kind === 'table' ? 'params.tableName' : 'params.resourcePath')
  const isKnown = findTable(world, specId, path) !== undefined || findResource(world, specId, path) !== undefined
  if (findSampleSource(world, specId) !== undefined && !isKnown)
    throw flowError(world, '1330-400', `No columns were found for ${path}.`)
  return { data, params }
}

function checkParams(world: World, params: JsonObject, specId: string): void {
  const isOldForm = world.switches.sourceParams === 'lenient' && asText(params['path']) !== ''
  const spec = findConnectionSpec(world, specId)
  if (spec !== undefined && !isOldForm) checkAgainst(world, asObject(asObject(spec['sourceSpec'])['spec']), params, 'params')
}

/** What a flow is made of stays while the flow is there. */
export function refuseInUse(world: World, { scope }: Caller, list: 'sourceConnectionIds' | 'targetConnectionIds', id: string): void {
  if (world.switches.deleteInUse === 'allow') return
  const users = world.store.list(scope, 'flows').filter((flow) => asArray(flow[list]).includes(id))
  if (users.length === 0) return
  throw flowError(world, '1447-400', `Active flows contain this id: ${users.map((flow) => asText(flow['id'])).join(', ')}.`)
}
