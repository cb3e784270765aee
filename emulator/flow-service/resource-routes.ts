import type { Hono } from 'hono'

import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import { sendEmpty, sendJson, type AppContext, type AppEnv } from '../http'
import { asObject, asText } from '../json'
import type { World } from '../world'
import { readAny } from './body'
import { changeDocument, checkIfMatch, createDocument, requireDocument, type Collection } from './document'
import { flowError } from './errors'
import { applyPatch, patchedFields, type PatchRules } from './json-patch'
import { answerList, readListQuery, type ListQuery } from './list-query'

/** What the four kinds of resources do in the same way, and where they differ. */
export type Resource = {
  kind: Collection
  /** Fields which lists may be filtered by. */
  fields: readonly string[]
  /** As it is answered: without what is secret or internal, with what is derived. */
  render(doc: JsonObject): JsonObject
  /** Checks a creation's body and answers the fields to store. */
  create(c: AppContext, caller: Caller): Promise<JsonObject>
  /** Checks a patched resource; answers the fields to store. */
  change(caller: Caller, before: JsonObject, after: JsonObject, touched: Set<string>): JsonObject
  patch: PatchRules
  /** Throws where it may not be deleted. */
  checkDelete(caller: Caller, doc: JsonObject): void
  /** Answers what an action leads to: the state, and what else changes with it. */
  act(caller: Caller, doc: JsonObject, op: string): { state: string } & JsonObject
  /** Book-keeping that belongs to the same change. */
  onCreated?(caller: Caller, doc: JsonObject): void
  onChanged?(caller: Caller, before: JsonObject, doc: JsonObject): void
  onDeleted?(caller: Caller, doc: JsonObject): void
}

export const commonFields = [
  'id', 'name', 'description', 'state', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'createdClient', 'updatedClient',
  'sandboxId', 'sandboxName', 'imsOrgId', 'version', 'etag',
]

/** Fields that Flow Service sets by itself. */
export const fixedFields: Record<string, string> = Object.fromEntries(
  [...commonFields.filter((name) => name !== 'name' && name !== 'description'), 'inheritedAttributes', 'lastOperation', 'lastRunDetails', 'runs'].map(
    (name) => [name, '1365-400'],
  ),
)

/** Lists, look-ups, creation, patches, actions and deletion of one kind of resource. */
export function mountResource(app: Hono<AppEnv>, world: World, resource: Resource): void {
  const { kind } = resource
  const scopeOf = (c: AppContext) => c.get('caller').scope
  const list = (c: AppContext, query: ListQuery) => {
    const docs = world.store.list(scopeOf(c), kind).map((doc) => resource.render(doc))
    return sendJson(answerList(world, docs, query, { path: `/${kind}`, fields: resource.fields, isPaged: true }))
  }

  app.get(`/${kind}`, (c) => list(c, readListQuery(world, c.req.url)))
  app.get(`/${kind}/:id`, (c) => {
    const doc = resource.render(requireDocument(world, c, kind))
    return sendJson({ items: [doc] }, 200, { etag: asText(doc['etag']) })
  })
  app.post(`/${kind}/search`, async (c) => list(c, await readSearch(world, c)))
  app.post(`/${kind}`, async (c) => {
    const caller = c.get('caller')
    const doc = createDocument(world, caller, await resource.create(c, caller))
    const id = asText(doc['id'])
    world.store.transaction(() => {
      world.store.put(caller.scope, kind, id, doc)
      resource.onCreated?.(caller, doc)
    })
    const location = `${world.origin}/data/foundation/flowservice/${kind}/${id}`
    return sendJson({ id, etag: doc['etag'] ?? null }, 201, { location })
  })
  app.patch(`/${kind}/:id`, async (c) => {
    const caller = c.get('caller')
    const patch = await readAny(world, c)
    const before = requireDocument(world, c, kind)
    checkIfMatch(world, c, before, true)
    const after = applyPatch(world, before, patch, resource.patch)
    const doc = changeDocument(world, caller, before, resource.change(caller, before, after, patchedFields(patch)))
    for (const name of patchedFields(patch)) if (!(name in after)) delete doc[name]
    save(caller, before, doc)
    return sendJson({ id: doc['id'] ?? null, etag: doc['etag'] ?? null })
  })
  app.delete(`/${kind}/:id`, (c) => {
    const caller = c.get('caller')
    const doc = requireDocument(world, c, kind)
    resource.checkDelete(caller, doc)
    world.store.transaction(() => {
      world.store.remove(caller.scope, kind, asText(doc['id']))
      resource.onDeleted?.(caller, doc)
    })
    return sendEmpty()
  })
  app.post(`/${kind}/:id/action`, (c) => {
    const caller = c.get('caller')
    const before = requireDocument(world, c, kind)
    checkIfMatch(world, c, before, false)
    const change = resource.act(caller, before, readOperation(world, c))
    const doc = change.state === before['state'] ? before : changeDocument(world, caller, before, change)
    if (doc !== before) save(caller, before, doc)
    return sendJson({ id: doc['id'] ?? null, etag: doc['etag'] ?? null })
  })

  function save(caller: Caller, before: JsonObject, doc: JsonObject): void {
    world.store.transaction(() => {
      world.store.put(caller.scope, kind, asText(doc['id']), doc)
      resource.onChanged?.(caller, before, doc)
    })
  }
}

/** The operation of an action, in lower case. Those of providers are refused (1402-400). */
export function readOperation(world: World, c: AppContext): string {
  const op = c.req.query('op')?.toLowerCase()
  if (op === undefined || op === '') throw flowError(world, '1453-400', 'The query parameter op is missing.')
  if (op === 'finalize' || op === 'finalize_update')
    throw flowError(world, '1402-400', `The operation ${op} is for providers alone.`)
  return op
}

export const unknownOperation = (world: World, op: string) =>
  flowError(world, '1452-400', `The operation ${op} is not known here.`)

/**
 * Adobe does not document the grammar of `queryString`; the filters of lists are taken, joined by `&` or AND. Other
 * fields of a search shape the answer and are not played.
 */
export async function readSearch(world: World, c: AppContext): Promise<ListQuery> {
  const body = asObject(await readAny(world, c))
  const text = asText(body['queryString'])
  const conditions = text.split(/&|\s+AND\s+/i).map((part) => part.trim().replace(/^property=(?!=)/, '')).filter((part) => part !== '')
  const numberOf = (name: string) => (body[name] === undefined ? undefined : String(body[name] as string | number | boolean))
  return {
    conditions,
    orderby: asText(body['orderby']) || undefined,
    limit: numberOf('limit'),
    count: numberOf('count'),
    continuationToken: c.req.query('continuationToken'),
  }
}

/** A connection's draft becomes real only after what it stands on. */
export function publishDraft(world: World, doc: JsonObject, parents: (JsonObject | undefined)[]): { state: string } {
  if (doc['state'] !== 'draft') throw flowError(world, '1422-400', 'Only a draft can be published.')
  if (parents.some((parent) => parent?.['state'] === 'draft'))
    throw flowError(world, '1422-400', 'What this draft stands on has to be published first.')
  return { state: 'enabled' }
}
