import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { RemovalScope } from '@/lib/provisioning/kept-kinds'

/** What can be done to a flow; the routes hand these in, so that components know no route. */
export type FlowActions = {
  switchFlow: (raw: { flowId: string; to: 'enabled' | 'disabled' }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Makes a draft in Adobe real. */
  publishFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  runNow: (raw: { flowId: string; from: string; deltaColumn?: string }) => Promise<ActionAnswer<{ adobeRunId: string }>>
  repeatRun: (raw: { flowId: string; runId: string }) => Promise<ActionAnswer<{ runId: string }>>
  /** The dataflow alone. */
  deleteFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Goes on with a creation that failed. */
  resumeFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Begins a draft of a change with what the flow is now, or goes on with the one there is. */
  startChange: (raw: { flowId: string }) => Promise<ActionAnswer<{ draftId: string }>>
  /** Goes on with a change that stopped, or back to what the flow was. */
  changeAgain: (raw: { flowId: string; way: 'on' | 'back' }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Everything the flow has made in Adobe, or all of it but its data; without a scope, as a removal that got stuck began. */
  undoFlow: (raw: { flowId: string; scope?: RemovalScope }) => Promise<ActionAnswer<{ flowId: string }>>
}
