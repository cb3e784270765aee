import type { AdobeCall } from '../types'
import { flowService, segment } from './paths'

/** What Flow Service lists, looks up, patches and deletes in one and the same manner. */
export const flowServiceCollections = ['connections', 'sourceConnections', 'targetConnections', 'flows'] as const
export type FlowServiceCollection = (typeof flowServiceCollections)[number]

export type ListQuery = {
  /** Conditions like `name==x`; several must all hold. */
  conditions?: readonly string[]
  orderby?: string
  limit?: number
  continuationToken?: string
}

export function listRequest(
  collection: FlowServiceCollection | 'connectionSpecs' | 'flowSpecs' | 'runs',
  list: ListQuery = {},
): AdobeCall {
  const { conditions = [], orderby, limit, continuationToken } = list
  return {
    method: 'GET',
    path: `${flowService}/${collection}`,
    query: {
      ...(conditions.length > 0 && { property: [...conditions] }),
      ...(orderby !== undefined && { orderby }),
      ...(limit !== undefined && { limit: String(limit) }),
      ...(continuationToken !== undefined && { continuationToken }),
    },
  }
}

/**
 * The condition that finds things by name, or undefined where the name has characters with a meaning in Adobe's filters
 * (a comma separates alternatives, quotes delimit); such names are looked for among all.
 */
export const nameCondition = (name: string): string | undefined => (/[,"'\\]/.test(name) ? undefined : `name==${name}`)

export const getItemRequest = (
  collection: FlowServiceCollection | 'connectionSpecs' | 'flowSpecs' | 'runs',
  id: string,
): AdobeCall => ({
  method: 'GET',
  path: `${flowService}/${collection}/${segment(id)}`,
})

export const deleteItemRequest = (collection: FlowServiceCollection, id: string): AdobeCall => ({
  method: 'DELETE',
  path: `${flowService}/${collection}/${segment(id)}`,
})

/** Flow Service refuses `move`, `copy` and `test` (1434-400). */
export type PatchOperation = { op: 'add' | 'replace' | 'remove'; path: string; value?: unknown }

/** A JSON Patch, guarded by the etag last seen (missing: 1403-400, stale: 1404-412). */
export const patchItemRequest = (
  collection: FlowServiceCollection,
  id: string,
  etag: string,
  operations: readonly PatchOperation[],
): AdobeCall => ({
  method: 'PATCH',
  path: `${flowService}/${collection}/${segment(id)}`,
  ifMatch: etag,
  body: operations,
})
