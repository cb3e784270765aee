import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import { connectionItem, createdItem, exploredRoot, type ConnectionItem, type ExploredTable } from '../answers'
import { exploredHierarchy, exploredSchema, type ExploredHierarchy, type ExploredSchema } from '../answers-specs'
import {
  baseConnectionRequest,
  exploreResourceRequest,
  exploreRootRequest,
  exploreTableRequest,
  testConnectionRequest,
} from '../requests/base-connection'
import { dataOf, mapData } from '../results'
import type { AdobeClient, AdobeError } from '../types'
import { deleteItem, findByName, getItem, listAll, patchItem } from './items'

/**
 * Makes a base connection. Not sent twice: an error may say `mayHaveCommitted`, then look for the name before trying
 * again.
 */
export async function createBaseConnection(client: AdobeClient, args: Parameters<typeof baseConnectionRequest>[0]) {
  return dataOf(await client.request(baseConnectionRequest(args), createdItem))
}

/** Whether Adobe gets in with the connection's credentials. */
export async function testBaseConnection(client: AdobeClient, id: string): Promise<Result<boolean, AdobeError>> {
  const answer = await client.request(testConnectionRequest(id), z.looseObject({ result: z.boolean() }))
  return mapData(dataOf(answer), ({ result }) => result)
}

/** Base connections of one source, by name; of all sources without `connectionSpecId`. */
export async function listBaseConnections(
  client: AdobeClient,
  connectionSpecId?: string,
): Promise<Result<ConnectionItem[], AdobeError>> {
  const conditions = connectionSpecId === undefined ? [] : [`connectionSpec.id==${connectionSpecId}`]
  const found = await listAll(client, 'connections', connectionItem, { conditions, orderby: 'name' })
  if (!found.ok || connectionSpecId === undefined) return found
  return succeed(
    found.data.filter((item) => item.connectionSpec?.id === undefined || item.connectionSpec.id === connectionSpecId),
  )
}

export const getBaseConnection = (client: AdobeClient, id: string): Promise<Result<ConnectionItem, AdobeError>> =>
  getItem(client, 'connections', connectionItem, id)

export const findBaseConnections = (client: AdobeClient, name: string): Promise<Result<ConnectionItem[], AdobeError>> =>
  findByName(client, 'connections', connectionItem, name)

/**
 * Replaces a connection's credentials as a whole: what is left out is gone (Flow Service, "update accounts"). Guarded by
 * the etag that was read with it.
 */
export const replaceCredentials = (client: AdobeClient, id: string, etag: string, params: Record<string, unknown>) =>
  patchItem(client, 'connections', id, etag, [{ op: 'replace', path: '/auth/params', value: params }])

/** Refused while flows use it (1418-400). */
export const deleteBaseConnection = (client: AdobeClient, id: string) => deleteItem(client, 'connections', id)

/** The account's tables. */
export async function exploreTables(
  client: AdobeClient,
  connectionId: string,
): Promise<Result<ExploredTable[], AdobeError>> {
  return dataOf(await client.request(exploreRootRequest(connectionId), exploredRoot))
}

/**
 * A table's columns, and with `preview` some rows. `table` is the `path` (or, without one, the name) of
 * `exploreTables`.
 */
export async function exploreTable(
  client: AdobeClient,
  connectionId: string,
  table: string,
  options: { preview?: boolean } = {},
): Promise<Result<ExploredSchema, AdobeError>> {
  const call = exploreTableRequest(connectionId, table, options.preview)
  const answer = dataOf(await client.request(call, exploredSchema))
  if (!answer.ok || answer.data.schema.columns.length > 0) return answer
  return fail({
    kind: 'http',
    status: 400,
    code: '1330-400',
    message: `No columns found for table ${table}.`,
    mayHaveCommitted: false,
    retryable: false,
    method: call.method,
    path: call.path,
  })
}

/** A REST resource's hierarchy, and with `preview` some of its records. */
export async function exploreResource(
  client: AdobeClient,
  connectionId: string,
  resourcePath: string,
  options: { preview?: boolean } = {},
): Promise<Result<ExploredHierarchy, AdobeError>> {
  const call = exploreResourceRequest(connectionId, { resourcePath }, options.preview)
  return dataOf(await client.request(call, exploredHierarchy))
}
