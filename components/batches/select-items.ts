import { attentionItemStates, batchItemStates, type BatchItem, type BatchItemState } from '@/lib/batches/batch-view'
import type { SetupStep } from '@/lib/paths'

export type StateChoice = BatchItemState | 'attention' | undefined

/** Why some of a batch do not go on by themselves: an answer is lacking at a step, or the same failure. `key` names it in addresses. */
type Why = { key: string } & ({ step: SetupStep } | { code: string; values?: Record<string, string | number> })
export type Reason = Why & { count: number }

/** What is asked of the list: a state, a reason, and words that stand in the name or in what is read. */
export type Asked = { state: StateChoice; reason: string | undefined; text: string }

/** What an address asks for; anything unknown is all. Pure. */
export const readChoice = (text: string | null): StateChoice => (text === 'attention' ? text : batchItemStates.find((state) => state === text))

const needsSomebody = ({ state }: Pick<BatchItem, 'state'>) => attentionItemStates.includes(state)

const isIn = (item: BatchItem, state: StateChoice) => state === undefined || (state === 'attention' ? needsSomebody(item) : item.state === state)

function reasonOf({ state, step, error }: BatchItem): Why | undefined {
  if (state === 'lacking' && step) return { key: `step.${step}`, step }
  return error && { key: error.code, code: error.code, ...(error.values && { values: error.values }) }
}

/** Reasons among those in a state, the most frequent first. Pure. */
export function listReasons(items: readonly BatchItem[], state: StateChoice): Reason[] {
  const reasons = new Map<string, Reason>()
  for (const item of items) {
    const reason = needsSomebody(item) && isIn(item, state) ? reasonOf(item) : undefined
    if (reason) reasons.set(reason.key, { ...reason, count: (reasons.get(reason.key)?.count ?? 0) + 1 })
  }
  return [...reasons.values()].toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** Those that are asked for, in their order. Pure. */
export function selectItems(items: readonly BatchItem[], { state, reason, text }: Asked): BatchItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const name = `${item.name} ${item.object}`.toLowerCase()
    return isIn(item, state) && (reason === undefined || reasonOf(item)?.key === reason) && words.every((word) => name.includes(word))
  })
}
