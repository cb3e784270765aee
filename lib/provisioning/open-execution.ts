import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AdobeClientOptions } from '@/lib/adobe/http'
import type { AdobeClient, CallRecord } from '@/lib/adobe/types'
import { insertCall } from '@/lib/data/calls'
import { openLedger } from '@/lib/data/ledger'
import type { Lease } from '@/lib/data/leases'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { defaultPatience, type Execution, type Patience } from './execution'
import type { KeptLease } from './keep-lease'
import type { StepKey } from './step-keys'

export type ExecutionSettings = { patience?: Patience; adobe?: AdobeClientOptions }

/**
 * Everything an execution works with: the workspace's client with its calls journalled, the ledger behind the lease.
 * @throws ExplainedFailure `not-found`, `workspace-archived`, `secret-unreadable`
 */
export async function openExecution(lease: Lease, kept: KeptLease, settings: ExecutionSettings = {}): Promise<Execution & { client: AdobeClient }> {
  const lastPosts = new Map<string, string>()
  const onCall = async (record: CallRecord) => {
    const id = randomUUID()
    if (record.method === 'POST' && record.stepKey !== undefined) lastPosts.set(record.stepKey, id)
    const { workspaceId, flowId, provisioningId } = lease
    await insertCall(id, { workspaceId, flowId, provisioningId }, record).catch((error: unknown) => {
      lastPosts.delete(record.stepKey ?? '')
      log.error('journal.write-failed', { provisioningId, error })
    })
  }
  const { client } = await openWorkspace(lease.workspaceId, { ...settings.adobe, onCall, signal: kept.signal })
  return {
    client,
    ledger: openLedger(lease),
    clientFor: (key) => notedUnder(client, key),
    lastPostOf: (key) => lastPosts.get(key),
    adobeNowMs: client.serverNowMs,
    sleep: (ms) => pause(ms, undefined, { signal: kept.signal }).catch(() => undefined),
    newMarker: () => `tributary-${randomBytes(8).toString('hex')}`,
    width: env().TRIBUTARY_PROVISIONING_WIDTH,
    patience: settings.patience ?? defaultPatience,
    isHalted: kept.isHalted,
  }
}

/** The same client with all its calls noted under a step, look-ups included. */
const notedUnder = (client: AdobeClient, stepKey: StepKey): AdobeClient => ({
  ...client,
  request: (call, schema) => client.request({ ...call, stepKey }, schema),
})
