import 'server-only'
import { z } from 'zod'
import type { Result } from '@/lib/result'
import { connectionItem, createdItem, flowItem, type ConnectionItem, type FlowItem } from '../answers'
import { flowRequest, switchFlowRequest, type Flow } from '../requests/flow'
import type { ListQuery, PatchOperation } from '../requests/flow-service-items'
import { sourceConnectionRequest } from '../requests/source-connection'
import { targetConnectionRequest } from '../requests/target-connection'
import { dataOf } from '../results'
import type { AdobeClient, AdobeError } from '../types'
import { deleteItem, findByName, getItem, listAll, listPage, patchItem, type Page } from './items'

/** These three are sent once; an error that says `mayHaveCommitted` means: look for the name before sending again. */
export async function createSourceConnection(client: AdobeClient, args: Parameters<typeof sourceConnectionRequest>[0]) {
  return dataOf(await client.request(sourceConnectionRequest(args), createdItem))
}

export async function createTargetConnection(client: AdobeClient, args: Parameters<typeof targetConnectionRequest>[0]) {
  return dataOf(await client.request(targetConnectionRequest(args), createdItem))
}

export async function createFlow(client: AdobeClient, flow: Flow) {
  return dataOf(await client.request(flowRequest(flow), createdItem))
}

export const getSourceConnection = (client: AdobeClient, id: string): Promise<Result<ConnectionItem, AdobeError>> =>
  getItem(client, 'sourceConnections', connectionItem, id)

export const getTargetConnection = (client: AdobeClient, id: string): Promise<Result<ConnectionItem, AdobeError>> =>
  getItem(client, 'targetConnections', connectionItem, id)

/** Every source connection of the sandbox, each with the base connection it reads through. */
export const listSourceConnections = (client: AdobeClient): Promise<Result<ConnectionItem[], AdobeError>> =>
  listAll(client, 'sourceConnections', connectionItem)

/** Refused while an active flow contains it (1447-400). */
export const deleteSourceConnection = (client: AdobeClient, id: string) => deleteItem(client, 'sourceConnections', id)
export const deleteTargetConnection = (client: AdobeClient, id: string) => deleteItem(client, 'targetConnections', id)

export const getFlow = (client: AdobeClient, id: string): Promise<Result<FlowItem, AdobeError>> =>
  getItem(client, 'flows', flowItem, id)

export const findFlows = (client: AdobeClient, name: string): Promise<Result<FlowItem[], AdobeError>> =>
  findByName(client, 'flows', flowItem, name)

export const listFlows = (client: AdobeClient): Promise<Result<FlowItem[], AdobeError>> =>
  listAll(client, 'flows', flowItem)

export const listFlowsPage = (client: AdobeClient, query: ListQuery): Promise<Result<Page<FlowItem>, AdobeError>> =>
  listPage(client, 'flows', flowItem, query)

/** Changes a flow under its etag; find a transformation by name before naming its index in a path. */
export const patchFlow = (client: AdobeClient, id: string, etag: string, operations: readonly PatchOperation[]) =>
  patchItem(client, 'flows', id, etag, operations)

/** Switches a flow on or off; the answer carries the new etag where Adobe gives one. */
export async function switchFlow(
  client: AdobeClient,
  id: string,
  op: 'enable' | 'disable',
): Promise<Result<{ etag?: string }, AdobeError>> {
  const answer = await client.request(switchFlowRequest(id, op), z.unknown())
  if (!answer.ok) return answer
  return { ok: true, data: answer.data.etag === undefined ? {} : { etag: answer.data.etag } }
}

/** Source and target connections and the ingested data stay; Adobe does not document that they go along. */
export const deleteFlow = (client: AdobeClient, id: string) => deleteItem(client, 'flows', id)
