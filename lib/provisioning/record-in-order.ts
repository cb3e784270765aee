import type { Ledger, Made, Reused } from './ledger'

export type Record = { type: 'made'; made: Made } | { type: 'found'; found: Reused }

export type Records = {
  /** Takes a record in; it is written behind the calls that are sent meanwhile. */
  add(record: Record): void
  /** True once a write was refused: whatever is sent from then on would be nobody's. */
  hasFailed(): boolean
  /** Waits until all is durable. @throws what a write threw */
  settle(): Promise<void>
  /** Waits for the write under way and hands out what is not written yet, for a write of the caller's own. @throws likewise */
  takeRest(): Promise<Made[]>
}

/**
 * Writes records down one after another and never a later one before an earlier one, those that come in while a write is
 * under way together in the next. No call waits for them: the intents are durable, so what is not recorded when this
 * process dies is found by its marker. The order matters all the same: a row that is done has only needs that are done.
 */
export function recordInOrder(ledger: Pick<Ledger, 'recordMade' | 'recordReused'>): Records {
  let waiting: Record[] = []
  let soon: NodeJS.Immediate | undefined
  let writing: Promise<void> | undefined
  let failure: { error: unknown } | undefined

  const writeAll = async () => {
    try {
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        const made = batch.flatMap((record) => (record.type === 'made' ? [record.made] : []))
        if (made.length > 0) await ledger.recordMade(made)
        for (const record of batch) if (record.type === 'found') await ledger.recordReused(record.found)
      }
    } catch (error) {
      failure ??= { error }
    } finally {
      writing = undefined
    }
  }
  const begin = () => {
    clearImmediate(soon)
    soon = undefined
    if (waiting.length > 0 && !failure) writing ??= writeAll()
  }
  const untilWritten = async () => {
    while (writing) await writing
    if (failure) throw failure.error
  }
  return {
    add: (record) => {
      waiting.push(record)
      // The call that this record makes room for goes out first.
      if (!failure && !writing) soon ??= setImmediate(begin)
    },
    hasFailed: () => failure !== undefined,
    settle: () => {
      begin()
      return untilWritten()
    },
    takeRest: async () => {
      const isOnlyMade = waiting.every(({ type }) => type === 'made')
      const rest = isOnlyMade ? waiting.flatMap((record) => (record.type === 'made' ? [record.made] : [])) : []
      if (isOnlyMade) waiting = []
      begin()
      await untilWritten()
      return rest
    },
  }
}
