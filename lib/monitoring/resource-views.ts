import type { ExplainedError } from '@/lib/explained-error'
import type { ResourceKind } from '@/lib/provisioning/step-keys'

/** One thing in Adobe that a flow made or uses. Moments are ISO texts. */
export type ResourceView = {
  id: string
  kind: ResourceKind
  name: string
  /** The ledger's state: intended, created, reused, failed, deleting, deleted, undeletable; and kept: it stayed when the flow went. */
  state: string
  origin: 'created' | 'reused'
  adobeId?: string
  etag?: string
  /** Facts beside the id: alternative id, namespace, version. */
  detail: { altId?: string; namespace?: string; version?: number }
  createdAt?: string
  createdBy?: string
  deletedAt?: string
  callId?: string
  isShared: boolean
  isSuperseded: boolean
  error?: ExplainedError
  /** Where Adobe shows it to people; absent for the emulator and for what has no page. */
  adobeUrl?: string
}

export type ResourceListView = { rows: ResourceView[] }

/** How a thing compares with Adobe at the moment it was checked. */
export type ResourceCheck = {
  id: string
  outcome: 'same' | 'changed' | 'gone' | 'not-checked'
  /** What Adobe has now, where it differs. */
  etag?: string
  name?: string
  error?: ExplainedError
}
