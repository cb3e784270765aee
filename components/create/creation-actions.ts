import type { ActionAnswer } from '@/lib/actions/action-answer'

/** What a person can do about a creation; the routes hand it in, so that components know no route. */
export type CreationActions = {
  /** Goes on where it stopped: what is there is kept, what is in doubt is looked for first. */
  resume: (raw: { flowId: string }) => Promise<ActionAnswer<unknown>>
  /** Removes in reverse order what this creation made, never what it reused. */
  undo: (raw: { flowId: string }) => Promise<ActionAnswer<unknown>>
  /** Goes on with a change of a living flow that stopped, or back to what the flow was. */
  changeAgain: (raw: { flowId: string; way: 'on' | 'back' }) => Promise<ActionAnswer<unknown>>
}
