import type { ConnectionSpec } from '../content/connection-specs/connection-spec'
import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import type { AppContext } from '../http'
import { asArray, asObject, asText } from '../json'
import type { World } from '../world'
import { isDraftMode, missing, optionalText, readBody, requireDraftSupport, requireField, requireSpecRef, requireText } from './body'
import { checkAgainst } from './check-schema'
import { keepSecrets, withoutSecrets } from './credentials'
import { checkName } from './document'
import { flowError } from './errors'
import { commonFields, fixedFields, publishDraft, unknownOperation, type Resource } from './resource-routes'
import { findConnectionSpec } from './specs'

/** Base connections: an account of a source and the credentials for it. */
export function connectionResource(world: World): Resource {
  return {
    kind: 'connections',
    fields: [...commonFields, 'connectionSpec', 'auth'],
    render: withoutSecrets,
    patch: { allowed: ['name', 'description', 'auth'], fixed: { ...fixedFields, connectionSpec: '1414-400' } },
    create: (c, caller) => readConnection(world, c, caller),
    change(caller, before, after, touched) {
      const name = requireText(world, after, 'name')
      checkName(world, caller, 'connections', name, asText(before['id']))
      const spec = findConnectionSpec(world, asText(asObject(before['connectionSpec'])['id']))
      if (spec === undefined) throw flowError(world, '1300-400', 'Its connection specification is no longer offered.')
      const auth = touched.has('auth') ? readAuth(world, after, spec) : {}
      return { name, ...optionalText(world, after, 'description'), ...keepSecrets(auth, spec, before) }
    },
    checkDelete(caller, doc) {
      const users = flowsOver(world, caller, asText(doc['id']))
      if (users.length > 0) throw flowError(world, '1418-400', `The connection is used by the flows ${users.join(', ')}: delete them first.`)
    },
    act(_caller, doc, op) {
      if (op === 'publish') return publishDraft(world, doc, [])
      throw unknownOperation(world, op)
    },
  }
}

async function readConnection(world: World, c: AppContext, caller: Caller): Promise<JsonObject> {
  const body = await readBody(world, c, ['name', 'description', 'auth', 'connectionSpec'])
  const isDraft = isDraftMode(world, c)
  const name = requireText(world, body, 'name')
  const spec = requireSpecRef(world, body, 'connectionSpec', (id) => findConnectionSpec(world, id))
  if (isDraft) requireDraftSupport(world, spec)
  const hasAuth = body['auth'] !== undefined && body['auth'] !== null
  if (!hasAuth && !isDraft) throw missing(world, 'auth')
  const auth = hasAuth ? readAuth(world, body, spec) : {}
  checkName(world, caller, 'connections', name)
  return {
    name,
    ...optionalText(world, body, 'description'),
    connectionSpec: { id: spec.id, version: spec.version },
    state: isDraft ? 'draft' : 'enabled',
    ...keepSecrets(auth, spec, undefined),
  }
}

/** Credentials in the form that the connection specification asks for. */
function readAuth(world: World, body: JsonObject, spec: ConnectionSpec): JsonObject {
  const auth = requireField(world, body, 'auth')
  const specName = requireText(world, auth, 'specName')
  const specs = asArray(spec['authSpec']).map(asObject)
  if (specs.length === 0) throw flowError(world, '1302-400', `${spec.name} takes no credentials.`)
  const authSpec = specs.find((one) => one['name'] === specName)
  if (authSpec === undefined) throw flowError(world, '1415-400', `${spec.name} has no authentication specification ${specName}.`)
  checkAgainst(world, asObject(authSpec['spec']), requireField(world, auth, 'params'), 'auth.params')
  return { auth: { specName, params: auth['params'] ?? {} } }
}

/** Ids of the flows whose source connection stands on a base connection. */
function flowsOver(world: World, { scope }: Caller, connectionId: string): string[] {
  const sources = new Set(
    world.store.list(scope, 'sourceConnections').filter((doc) => doc['baseConnectionId'] === connectionId).map((doc) => doc['id']),
  )
  return world.store
    .list(scope, 'flows')
    .filter((flow) => asArray(flow['sourceConnectionIds']).some((id) => sources.has(id)))
    .map((flow) => asText(flow['id']))
}
