import type { FlowActions } from '@/components/flows/flow-actions'
import { changeAgainAction, startChangeAction } from './change-actions'
import { deleteFlowAction, publishFlowAction, repeatRunAction, runFlowAction, switchFlowAction } from './flow-actions'
import { resumeProvisioningAction, undoProvisioningAction } from './provisioning-actions'

/** What the pages of a flow hand to their components. */
export const flowActions: FlowActions = {
  switchFlow: switchFlowAction,
  publishFlow: publishFlowAction,
  runNow: runFlowAction,
  repeatRun: repeatRunAction,
  deleteFlow: deleteFlowAction,
  startChange: startChangeAction,
  changeAgain: changeAgainAction,
  resumeFlow: resumeProvisioningAction,
  undoFlow: undoProvisioningAction,
}
