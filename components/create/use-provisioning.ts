'use client'

import { useRead } from '@/components/query/use-read'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'

/** What the page is about, as one word; each has a title of its own in `create.phases`. */
export type CreationPhase =
  | 'creating' | 'created' | 'failed'
  | 'changing' | 'changed' | 'change-failed'
  | 'undoing' | 'undone' | 'undo-failed'
  | 'cancelled'

const runningMs = 700

/** The place of a creation in the cache of reads. */
export const provisioningKey = (flowId: string) => ['provisioning', flowId] as const

/** How far a creation has come, asked often while it moves and not at all once it stands. Shared by all who ask. */
export function useProvisioning(flowId: string) {
  return useRead<ProvisioningView>(provisioningKey(flowId), `/api/flows/${encodeURIComponent(flowId)}/provisioning`, {
    pollMs: (view) => (view && isMoving(view) ? runningMs : false),
    // The next question comes anyway, and soon; what is shown meanwhile says how old it is.
    retry: false,
    staleTime: 0,
  })
}

export const isMoving = ({ state }: Pick<ProvisioningView, 'state'>): boolean => state === 'queued' || state === 'running'

const phases = {
  create: { moving: 'creating', succeeded: 'created', failed: 'failed' },
  change: { moving: 'changing', succeeded: 'changed', failed: 'change-failed' },
  undo: { moving: 'undoing', succeeded: 'undone', failed: 'undo-failed' },
} as const

/** The phase of a creation, of a change, or of its undoing. */
export function phaseOf({ kind, state }: Pick<ProvisioningView, 'kind' | 'state'>): CreationPhase {
  if (state === 'cancelled') return 'cancelled'
  return phases[kind][state === 'succeeded' || state === 'failed' ? state : 'moving']
}
