import 'server-only'
import { succeed, type Result } from '@/lib/result'
import { connectionSpecItem, flowSpecItem, type ConnectionSpecItem, type FlowSpecItem } from '../answers-specs'
import { dataLakeSpec } from '../requests/paths'
import type { AdobeClient, AdobeError } from '../types'
import { getItem, listAll } from './items'

/** What Adobe says of a source: how to authenticate, what its parameters are. */
export const getConnectionSpec = (client: AdobeClient, id: string): Promise<Result<ConnectionSpecItem, AdobeError>> =>
  getItem(client, 'connectionSpecs', connectionSpecItem, id)

export const listConnectionSpecs = (client: AdobeClient): Promise<Result<ConnectionSpecItem[], AdobeError>> =>
  listAll(client, 'connectionSpecs', connectionSpecItem)

export const getFlowSpec = (client: AdobeClient, id: string): Promise<Result<FlowSpecItem, AdobeError>> =>
  getItem(client, 'flowSpecs', flowSpecItem, id)

/** The flow specification of that name, e.g. `CRMToAEP`; undefined where the workspace has none. */
export async function findFlowSpec(
  client: AdobeClient,
  name: string,
): Promise<Result<FlowSpecItem | undefined, AdobeError>> {
  const found = await listAll(client, 'flowSpecs', flowSpecItem, { conditions: [`name=="${name}"`] })
  return found.ok ? succeed(found.data.find((spec) => spec.name === name)) : found
}

/**
 * The flow specification for a source, by the name its description gives and otherwise by asking which one lists the
 * source and writes to the data lake; undefined where Adobe offers none.
 */
export async function findFlowSpecForSource(
  client: AdobeClient,
  source: { connectionSpecId: string; flowSpecName?: string },
): Promise<Result<FlowSpecItem | undefined, AdobeError>> {
  const accepts = (spec: FlowSpecItem) => spec.sourceConnectionSpecIds?.includes(source.connectionSpecId) === true
  if (source.flowSpecName !== undefined) {
    const named = await findFlowSpec(client, source.flowSpecName)
    if (!named.ok) return named
    // The oldest form of a flow specification does not list its sources.
    if (named.data && (named.data.sourceConnectionSpecIds == null || accepts(named.data))) return named
  }
  const all = await listAll(client, 'flowSpecs', flowSpecItem)
  if (!all.ok) return all
  const toDataLake = (spec: FlowSpecItem) => spec.targetConnectionSpecIds?.includes(dataLakeSpec.id) !== false
  return succeed(all.data.find((spec) => accepts(spec) && toDataLake(spec)))
}

/** A flow specification's transformations, under whichever of their two names they came. */
export const transformationsOf = (spec: FlowSpecItem) => spec.transformationSpecs ?? spec.transformationSpec ?? []

/**
 * Whether flows of this source can be kept as drafts: both specifications must say so. One that cannot be read is taken for
 * one that does not.
 */
export async function supportsDrafts(client: AdobeClient, flowSpec: FlowSpecItem, connectionSpecId: string): Promise<boolean> {
  if (flowSpec.attributes?.isDraftModeSupported !== true) return false
  const connectionSpec = await getConnectionSpec(client, connectionSpecId)
  return connectionSpec.ok && connectionSpec.data.attributes?.isDraftModeSupported === true
}
