import 'server-only'
import { randomUUID } from 'node:crypto'
import { setImmediate as afterIo } from 'node:timers/promises'
import type { CallRecord } from '@/lib/adobe/types'
import { insertCalls, type NewCall } from '@/lib/data/calls'
import { log } from '@/lib/log'

export type Journal = {
  /** Takes a try in and answers the id under which it will be found. */
  note: (record: CallRecord) => string
  /** Waits until every try noted so far is written, as far as that was possible. */
  flush: () => Promise<void>
}

/** The journal of one execution: written beside the ledger, no call waits for it, tries that come together go together. */
export function openJournal(where: { workspaceId: string; flowId: string; provisioningId: string }): Journal {
  let waiting: NewCall[] = []
  let writing: Promise<void> | undefined
  const writeAll = async () => {
    await afterIo()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await insertCalls(where, batch).catch((error: unknown) => {
        log.error('journal.write-failed', { provisioningId: where.provisioningId, error })
      })
    }
    writing = undefined
  }
  return {
    note: (record) => {
      const id = randomUUID()
      waiting.push({ ...record, id })
      writing ??= writeAll()
      return id
    },
    flush: async () => {
      while (writing) await writing
    },
  }
}
