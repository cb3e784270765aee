import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import { createdItem, itemPage, oneItem } from '../answers'
import {
  deleteItemRequest,
  getItemRequest,
  listRequest,
  nameCondition,
  patchItemRequest,
  type FlowServiceCollection,
  type ListQuery,
  type PatchOperation,
} from '../requests/flow-service-items'
import { deletionOf, notFound } from '../results'
import type { AdobeClient, AdobeError } from '../types'

export type Collection = Parameters<typeof listRequest>[0]
export type Page<T> = { items: T[]; continuationToken?: string }

/** Pages beyond this are not fetched: a list of ten thousand things is a mistake of the question. */
const mostPages = 100

/** One page of a Flow Service collection. */
export async function listPage<T extends z.ZodType>(
  client: AdobeClient,
  collection: Collection,
  schema: T,
  query: ListQuery = {},
): Promise<Result<Page<z.infer<T>>, AdobeError>> {
  const answer = await client.request(listRequest(collection, query), itemPage(schema))
  if (!answer.ok) return answer
  const token = continuationTokenOf(answer.data.data._links?.next?.href)
  // The schema's inference is lost inside a generic preprocess; `itemPage(schema)` has just proved the items.
  return succeed({
    items: answer.data.data.items as z.infer<T>[],
    ...(token !== undefined && { continuationToken: token }),
  })
}

/** All pages of a collection. */
export async function listAll<T extends z.ZodType>(
  client: AdobeClient,
  collection: Collection,
  schema: T,
  query: Omit<ListQuery, 'continuationToken'> = {},
): Promise<Result<z.infer<T>[], AdobeError>> {
  const items: z.infer<T>[] = []
  let continuationToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await listPage(client, collection, schema, {
      ...query,
      ...(continuationToken !== undefined && { continuationToken }),
    })
    if (!answer.ok) return answer
    items.push(...answer.data.items)
    const next = answer.data.continuationToken
    if (next === undefined || next === continuationToken) break
    continuationToken = next
  }
  return succeed(items)
}

/** Everything of exactly that name. Adobe allows several of one name, and its filter may be laxer than ours. */
export async function findByName<T extends z.ZodType<{ name?: string | undefined }>>(
  client: AdobeClient,
  collection: FlowServiceCollection | 'flowSpecs' | 'connectionSpecs',
  schema: T,
  name: string,
): Promise<Result<z.infer<T>[], AdobeError>> {
  const condition = nameCondition(name)
  const found = await listAll(client, collection, schema, condition === undefined ? {} : { conditions: [condition] })
  return found.ok ? succeed(found.data.filter((item) => item.name === name)) : found
}

/** One thing by id, with its etag inside; a missing one is an error of status 404. */
export async function getItem<T extends z.ZodType>(
  client: AdobeClient,
  collection: Collection,
  schema: T,
  id: string,
): Promise<Result<z.infer<T>, AdobeError>> {
  const call = getItemRequest(collection, id)
  const answer = await client.request(call, oneItem(schema))
  if (!answer.ok) return answer
  // As above: a generic preprocess infers `unknown` for what `oneItem(schema)` has proved.
  return answer.data.data === undefined ? fail(notFound(call.path)) : succeed(answer.data.data as z.infer<T>)
}

/** Changes a thing; the answer's etag is the one to send next time. */
export async function patchItem(
  client: AdobeClient,
  collection: FlowServiceCollection,
  id: string,
  etag: string,
  operations: readonly PatchOperation[],
): Promise<Result<{ id: string; etag?: string | undefined }, AdobeError>> {
  const answer = await client.request(patchItemRequest(collection, id, etag, operations), createdItem)
  return answer.ok ? succeed({ id: answer.data.data.id, etag: answer.data.data.etag ?? answer.data.etag }) : answer
}

export async function deleteItem(client: AdobeClient, collection: FlowServiceCollection, id: string) {
  return deletionOf(await client.request(deleteItemRequest(collection, id), z.unknown()))
}

/** The token in a link like `/connections?continuationToken=…`, relative or absolute. */
export function continuationTokenOf(href: string | undefined): string | undefined {
  if (!href || !URL.canParse(href, 'https://platform.adobe.io')) return undefined
  return new URL(href, 'https://platform.adobe.io').searchParams.get('continuationToken') ?? undefined
}
