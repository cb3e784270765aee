import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import { ApiError, type AppContext } from '../http'
import { makeEtag, makeUuid } from '../ids'
import { asText } from '../json'
import type { Kind } from '../store'
import type { World } from '../world'
import { flowError } from './errors'

export type Collection = 'connections' | 'sourceConnections' | 'targetConnections' | 'flows'

/** Gives a new resource what Flow Service adds to all of them: id, times (epoch ms), who, where, etag. */
export function createDocument(world: World, caller: Caller, fields: JsonObject): JsonObject {
  const now = world.clock.now()
  const etag = makeEtag(now)
  const { clientId, userId } = caller.credential
  return {
    id: makeUuid(),
    createdAt: now,
    updatedAt: now,
    createdBy: userId,
    updatedBy: userId,
    createdClient: clientId,
    updatedClient: clientId,
    sandboxId: caller.sandbox.id,
    sandboxName: caller.sandbox.name,
    imsOrgId: world.installation.orgId,
    ...fields,
    version: etag,
    etag,
  }
}

/** The same resource with other fields and a new etag. */
export function changeDocument(world: World, caller: Caller, doc: JsonObject, fields: JsonObject): JsonObject {
  const now = world.clock.now()
  const etag = makeEtag(now)
  const { clientId, userId } = caller.credential
  return { ...doc, ...fields, updatedAt: now, updatedBy: userId, updatedClient: clientId, version: etag, etag }
}

/** A resource that the address names. */
export function requireDocument(world: World, c: AppContext, kind: Kind): JsonObject {
  const id = c.req.param('id') ?? ''
  const found = world.store.get(c.get('caller').scope, kind, id)
  if (found === undefined) throw flowError(world, '1101-404', `There is no resource with the id ${id} in ${kind}.`)
  return found
}

/** Compares If-Match with the etag, with or without the quotes that belong to its value. */
export function checkIfMatch(world: World, c: AppContext, doc: JsonObject, isRequired: boolean): void {
  const given = c.req.header('if-match')
  if (given === undefined || given.trim() === '') {
    if (!isRequired) return
    throw flowError(world, '1403-400', 'The If-Match header is missing: send the etag of the version to change.')
  }
  if (bare(given) === bare(asText(doc['etag']))) return
  const message = `Supplied version=[${given}] does not match the current version on entity=[${asText(doc['id'])}]`
  const error = flowError(world, '1404-412', message)
  throw new ApiError(error.status, error.body)
}

const bare = (etag: string) => etag.replaceAll(/["\\]/g, '').trim()

/** With the switch on, no two resources of one collection share a name. */
export function checkName(world: World, caller: Caller, kind: Collection, name: string, ownId?: string): void {
  if (world.switches.duplicateNames === 'allow') return
  const twin = world.store.list(caller.scope, kind).find((doc) => doc['name'] === name && doc['id'] !== ownId)
  if (twin !== undefined) throw flowError(world, '1452-400', `The name ${name} is already taken by ${asText(twin['id'])}.`)
}
