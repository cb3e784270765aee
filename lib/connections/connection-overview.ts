import 'server-only'
import { listBaseConnections } from '@/lib/adobe/flow-service/connections'
import { listFlows, listSourceConnections } from '@/lib/adobe/flow-service/flows'
import { listConnectionSpecs } from '@/lib/adobe/flow-service/specs'
import type { AdobeClient } from '@/lib/adobe/types'
import { offeredSources, type OfferedAuth, type OfferedSource } from '@/lib/sources/offered-sources'
import { orExplain } from './or-explain'

/** A base connection with what hangs on it. Plain data: goes to the browser. */
export type ConnectionOverview = {
  id: string
  name: string
  state: string
  sourceName: string
  /** Epoch milliseconds, by Adobe's clock. */
  createdAt?: number
  updatedAt?: number
  /** How far that clock is ahead of this machine's, in ms; an emulator's may have been moved. */
  clockAheadMs: number
  /** How it signs in, where Adobe tells; its credentials are never read. */
  auth?: OfferedAuth
  credentialsPage?: string
  /** Flows in Adobe that read through it. */
  flows: { id: string; name: string; state: string }[]
}

/** Every connection of a payments source in the workspace, by name, with the flows that hang on it. */
export async function listConnectionOverviews(client: AdobeClient): Promise<ConnectionOverview[]> {
  const [connections, sources, flows, specs] = await Promise.all([
    listBaseConnections(client), listSourceConnections(client), listFlows(client), listConnectionSpecs(client),
  ])
  const clockAheadMs = client.serverNowMs() - Date.now()
  const offered = offeredSources(orExplain(specs, 'workspace'))
  const baseOf = new Map(orExplain(sources, 'workspace').map(({ id, baseConnectionId }) => [id, baseConnectionId]))
  const hanging = orExplain(flows, 'workspace').flatMap(({ id, name, state, sourceConnectionIds }) =>
    sourceConnectionIds.map((source) => ({ base: baseOf.get(source), flow: { id, name: name ?? id, state: state ?? 'unknown' } })),
  )
  return orExplain(connections, 'workspace').flatMap((connection) => {
    const { id, name, state, createdAt, updatedAt, auth } = connection
    const source = sourceOf(offered, connection.connectionSpec?.id)
    if (!source) return []
    const own = source.auths.find((each) => each.name === auth?.specName)
    return [{
      id,
      name: name ?? id,
      state: state ?? 'unknown',
      sourceName: source.name,
      clockAheadMs,
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(updatedAt === undefined ? {} : { updatedAt }),
      ...(own ? { auth: withoutDefaults(own) } : {}),
      ...(source.credentialsPage ? { credentialsPage: source.credentialsPage } : {}),
      flows: hanging.filter(({ base }) => base === id).map(({ flow }) => flow),
    }]
  }).sort((a, b) => a.name.localeCompare(b.name))
}

/** Presets share the generic specification; a connection of it belongs to that. */
const sourceOf = (offered: readonly OfferedSource[], specId: string | undefined) =>
  offered.find(({ connectionSpec, isPreset }) => specId !== undefined && connectionSpec?.id === specId && !isPreset)

/** A rotation replaces the whole set: a default of ours must not slip in for a host the connection has. */
const withoutDefaults = ({ name, fields }: OfferedAuth): OfferedAuth => ({
  name,
  fields: fields.map(({ default: _default, ...field }) => field),
})
