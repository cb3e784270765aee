import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AdobeClientOptions } from '@/lib/adobe/http'
import type { AdobeClient, CallRecord } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { insertCall } from '@/lib/data/calls'
import { openLedger } from '@/lib/data/ledger'
import type { Lease } from '@/lib/data/leases'
import { claimShared } from '@/lib/data/shared-resources'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { defaultPatience, type Execution, type Patience } from './execution'
import type { KeptLease } from './keep-lease'
import type { Intent } from './ledger'
import type { StepKey } from './step-keys'

export type ExecutionSettings = { patience?: Patience; adobe?: AdobeClientOptions }

export type OpenExecution = Execution & {
  client: AdobeClient
  /** Waits until every call made so far is in the journal. */
  flushJournal: () => Promise<void>
}

/**
 * Everything an execution works with: the workspace's client with its calls journalled, the ledger behind the lease.
 * @throws ExplainedFailure `not-found`, `workspace-archived`, `secret-unreadable`
 */
export async function openExecution(lease: Lease, kept: KeptLease, settings: ExecutionSettings = {}): Promise<OpenExecution> {
  const lastPosts = new Map<string, string>()
  const writing = new Set<Promise<void>>()
  const onCall = (record: CallRecord) => {
    const id = randomUUID()
    if ((record.method === 'POST' || record.method === 'PATCH') && record.stepKey !== undefined) lastPosts.set(record.stepKey, id)
    const { workspaceId, flowId, provisioningId } = lease
    const entry = insertCall(id, { workspaceId, flowId, provisioningId }, record).catch((error: unknown) => {
      log.error('journal.write-failed', { provisioningId, error })
    })
    writing.add(entry)
    void entry.finally(() => writing.delete(entry))
  }
  const flushJournal = async () => void (await Promise.all(writing))
  const ledger = openLedger(lease)
  const { client } = await openWorkspace(lease.workspaceId, { ...settings.adobe, onCall, signal: kept.signal })
  return {
    client,
    // The journal is written beside the ledger, not before it; a step counts as done when both are.
    ledger: { ...ledger, recordCreated: async (...given) => void (await Promise.all([ledger.recordCreated(...given), flushJournal()])) },
    ...(lease.batchId !== null && {
      shares: { batchId: lease.batchId, claim: (intent: Intent, shareKey: string) => claimShared(lease, intent, shareKey) },
    }),
    flushJournal,
    clientFor: (key) => notedUnder(client, key),
    lastPostOf: (key) => lastPosts.get(key),
    adobeNowMs: client.serverNowMs,
    nowMs: () => systemClock.now().getTime(),
    sleep: (ms) => pause(ms, undefined, { signal: kept.signal }).catch(() => undefined),
    newMarker: () => `tributary-${randomBytes(8).toString('hex')}`,
    width: env().TRIBUTARY_PROVISIONING_WIDTH,
    patience: settings.patience ?? defaultPatience,
    isHalted: kept.isHalted,
    doubts: new Set(),
  }
}

/** The same client with all its calls noted under a step, look-ups included. */
const notedUnder = (client: AdobeClient, stepKey: StepKey): AdobeClient => ({
  ...client,
  request: (call, schema) => client.request({ ...call, stepKey }, schema),
})
