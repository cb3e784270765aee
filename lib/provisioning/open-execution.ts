import 'server-only'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AdobeClientOptions } from '@/lib/adobe/http'
import type { AdobeClient, CallRecord } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { openLedger } from '@/lib/data/ledger'
import type { Lease } from '@/lib/data/leases'
import { claimShared } from '@/lib/data/shared-resources'
import { env } from '@/lib/env'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { defaultPatience, type Execution, type Patience } from './execution'
import type { KeptLease } from './keep-lease'
import type { Intent, Ledger } from './ledger'
import { openJournal } from './open-journal'
import { recordInOrder } from './record-in-order'
import type { StepKey } from './step-keys'

export type ExecutionSettings = {
  patience?: Patience
  adobe?: AdobeClientOptions
  /** Tests look over the ledger's shoulder. */
  watchLedger?: (ledger: Ledger) => Ledger
}

export type OpenExecution = Execution & {
  /** Waits until every call made so far is in the journal. */
  flushJournal: () => Promise<void>
}

/**
 * Everything an execution works with: the workspace's client with its calls journalled, the ledger behind the lease. The
 * workspace is opened while the first writes are made.
 * `ready` @throws ExplainedFailure `not-found`, `workspace-archived`, `secret-unreadable`
 */
export function openExecution(lease: Lease, kept: KeptLease, settings: ExecutionSettings = {}): OpenExecution {
  const lastPosts = new Map<string, string>()
  const { workspaceId, flowId, provisioningId } = lease
  const journal = openJournal({ workspaceId, flowId, provisioningId })
  const onCall = (record: CallRecord) => {
    const id = journal.note(record)
    if ((record.method === 'POST' || record.method === 'PATCH') && record.stepKey !== undefined) lastPosts.set(record.stepKey, id)
  }
  const { watchLedger = (own) => own } = settings
  const ledger = watchLedger(openLedger(lease))
  let client: AdobeClient | undefined
  const ready = openWorkspace(workspaceId, { ...settings.adobe, onCall, signal: kept.signal }).then((opened) => {
    client = opened.client
    // Not waited for: the first calls share the fetch that is under way.
    void client.warmToken()
  })
  // Whoever waits for it hears of its failure; until somebody does, it is not an unhandled one.
  ready.catch(() => undefined)
  const openClient = () => {
    if (!client) throw new Error('The workspace is not open yet.')
    return client
  }
  return {
    ready,
    ledger,
    records: recordInOrder(ledger),
    ...(lease.batchId !== null && {
      shares: { batchId: lease.batchId, claim: (intent: Intent, shareKey: string) => claimShared(lease, intent, shareKey) },
    }),
    flushJournal: journal.flush,
    clientFor: (key) => notedUnder(openClient(), key),
    lastPostOf: (key) => lastPosts.get(key),
    adobeNowMs: () => client?.serverNowMs() ?? systemClock.now().getTime(),
    nowMs: () => systemClock.now().getTime(),
    sleep: (ms) => pause(ms, undefined, { signal: kept.signal }).catch(() => undefined),
    newMarker: () => `tributary-${randomBytes(8).toString('hex')}`,
    width: env().TRIBUTARY_PROVISIONING_WIDTH,
    patience: settings.patience ?? defaultPatience,
    isHalted: kept.isHalted,
    doubts: new Set(),
    made: new Set(),
  }
}

/** The client with all its calls noted under a step, look-ups included. */
const notedUnder = (client: AdobeClient, stepKey: StepKey): AdobeClient => ({
  ...client,
  request: (call, schema) => client.request({ ...call, stepKey }, schema),
})
