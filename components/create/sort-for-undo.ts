import type { ProvisioningStepView } from '@/lib/provisioning/provisioning-view'
import { staysForGood } from '@/lib/provisioning/stays-for-good'
import type { StepKey } from '@/lib/provisioning/step-keys'

/** What undoing removes, what it may find and remove, and what it leaves alone. What has been begun but not answered is in doubt. */
export function sortForUndo(steps: readonly ProvisioningStepView[]) {
  const hasJoined = steps.some(({ key, state }) => key === 'profile-schema' && (state === 'done' || state === 'left-behind'))
  const isForGood = (key: StepKey) => staysForGood(key, hasJoined)
  const ours = steps.filter(({ key, mode, isShared }) => mode === 'create' && isShared !== true && !isForGood(key))
  return {
    goes: ours.filter(({ state, adobeId }) => state === 'done' || state === 'left-behind' || (state === 'failed' && adobeId !== undefined)).toReversed(),
    unsure: ours.filter(({ state, adobeId, error }) => state === 'failed' && adobeId === undefined && error?.code === 'in-doubt'),
    stays: steps.filter(({ key, mode, isShared }) => mode === 'reuse' || isShared === true || isForGood(key)),
  }
}
