import { z } from 'zod'
import { explainedError } from '@/lib/explained-error'
import { resourceKinds } from './step-keys'

const stepKey = z.enum(resourceKinds)
const moment = z.iso.datetime({ offset: true })

export const stepStates = [
  'waiting',
  'running',
  'done',
  'reused',
  'failed',
  /** The last four belong to undoing, or to a resource that a later answer replaced. */
  'removing',
  'removed',
  'left-behind',
  /** Let go of, because another flow uses it. */
  'kept',
] as const

export const provisioningStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const

/** One step of the plan with what the ledger knows of it. Moments are ISO texts. */
export const provisioningStepView = z.object({
  key: stepKey,
  kind: stepKey,
  name: z.string(),
  needs: z.array(stepKey),
  mode: z.enum(['create', 'reuse', 'look-up', 'change']),
  state: z.enum(stepStates),
  adobeId: z.string().optional(),
  etag: z.string().optional(),
  /** Another flow uses it too. */
  isShared: z.boolean().optional(),
  error: explainedError.optional(),
  startedAt: moment.optional(),
  finishedAt: moment.optional(),
  /** Calls made for this step in the present provisioning, look-ups and repetitions included. */
  attempts: z.number().int().nonnegative().optional(),
})

/** How far the creation (or a change, or the undoing) of one flow has come: what pages poll. */
export const provisioningView = z.object({
  flowId: z.uuid(),
  name: z.string(),
  workspace: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
  lifecycle: z.enum(['provisioning', 'failed', 'live', 'deleting', 'deleted']),
  kind: z.enum(['create', 'change', 'undo']),
  state: z.enum(provisioningStates),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  error: explainedError.optional(),
  failedStep: stepKey.optional(),
  startedAt: moment.optional(),
  finishedAt: moment.optional(),
  adobeFlowId: z.string().optional(),
  /** The draft this flow came of, while it can still be mended there. */
  draftId: z.uuid().optional(),
  steps: z.array(provisioningStepView),
})

export type StepState = (typeof stepStates)[number]
export type ProvisioningState = (typeof provisioningStates)[number]
export type ProvisioningStepView = z.infer<typeof provisioningStepView>
export type ProvisioningView = z.infer<typeof provisioningView>
