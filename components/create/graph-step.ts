import type { PlanMode } from '@/lib/provisioning/plan'
import type { StepState } from '@/lib/provisioning/provisioning-view'
import type { ResourceKind, StepKey } from '@/lib/provisioning/step-keys'

/**
 * How a resource stands: only planned, as in the review; somewhere on its way into Adobe or out of it; or never made, in a
 * creation that was undone before it came to it.
 */
export type GraphState = 'planned' | StepState | 'never-made'

/** A node of the graph of resources; steps of a plan and of a provisioning both make one. */
export type GraphStep = {
  key: StepKey
  kind: ResourceKind
  name: string
  needs: readonly StepKey[]
  mode: PlanMode
  state: GraphState
  adobeId?: string | undefined
  /** Calls made for it so far, repetitions and look-ups included. */
  attempts?: number | undefined
}

/** Whether what the step makes is there, so that others can build on it. */
export const isThere = (state: GraphState): boolean => state === 'done' || state === 'reused' || state === 'left-behind'
