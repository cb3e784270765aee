import type { ActionAnswer } from '@/lib/actions/action-answer'

/** What can be done to a flow; the routes hand these in, so that components know no route. */
export type FlowActions = {
  switchFlow: (raw: { flowId: string; to: 'enabled' | 'disabled' }) => Promise<ActionAnswer<{ flowId: string }>>
  runNow: (raw: { flowId: string; from: string; deltaColumn?: string }) => Promise<ActionAnswer<{ adobeRunId: string }>>
  repeatRun: (raw: { flowId: string; runId: string }) => Promise<ActionAnswer<{ runId: string }>>
  /** The dataflow alone. */
  deleteFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Goes on with a creation that failed. */
  resumeFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
  /** Everything the flow has made in Adobe. */
  undoFlow: (raw: { flowId: string }) => Promise<ActionAnswer<{ flowId: string }>>
}
