import 'server-only'
import type { Pace } from '@/lib/adobe/pace'
import { holdBack, takeTurns } from '@/lib/data/rate-budget'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** Turns fetched at a time, so that not every call waits for the database. */
const turnsAtOnce = 5

type Turns = { atMs: number[]; fetching?: Promise<void> }

const byOrganisation = new Map<string, Turns>()

/**
 * The pace that all provisionings of one organisation keep together, in this process and in others. A fault of the budget
 * is a fault of every write; it stops no call.
 */
export function organisationPace(orgId: string): Pace {
  const turns = byOrganisation.get(orgId) ?? { atMs: [] }
  byOrganisation.set(orgId, turns)
  return {
    takeTurnMs: async () => {
      while (turns.atMs.length === 0) await (turns.fetching ??= fetchTurns(orgId, turns))
      return Math.max(0, (turns.atMs.shift() ?? 0) - performance.now())
    },
    holdBack: async (ms) => {
      const untilMs = performance.now() + ms
      turns.atMs = turns.atMs.map((atMs) => Math.max(atMs, untilMs))
      await holdBack(orgId, ms).catch((error: unknown) => log.warn('provisioning.pace-failed', { orgId, error }))
    },
  }
}

async function fetchTurns(orgId: string, turns: Turns): Promise<void> {
  const perSecond = env().TRIBUTARY_CALLS_PER_SECOND
  const firstMs = await takeTurns(orgId, perSecond, turnsAtOnce).catch((error: unknown) => {
    log.warn('provisioning.pace-failed', { orgId, error })
    return 0
  })
  const nowMs = performance.now()
  turns.atMs = Array.from({ length: turnsAtOnce }, (_turn, index) => nowMs + firstMs + (index * 1000) / perSecond)
  delete turns.fetching
}
