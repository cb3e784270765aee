import type { ProvisioningStepView } from '@/lib/provisioning/provisioning-view'

/** What undoing removes, what it may find and remove, and what it leaves alone. What has been begun but not answered is in doubt. */
export function sortForUndo(steps: readonly ProvisioningStepView[]) {
  const ours = steps.filter(({ mode, isShared }) => mode === 'create' && isShared !== true)
  return {
    goes: ours.filter(({ state, adobeId }) => state === 'done' || state === 'left-behind' || (state === 'failed' && adobeId !== undefined)).toReversed(),
    unsure: ours.filter(({ state, adobeId, error }) => state === 'failed' && adobeId === undefined && error?.code === 'in-doubt'),
    stays: steps.filter(({ mode, isShared }) => mode === 'reuse' || isShared === true),
  }
}
