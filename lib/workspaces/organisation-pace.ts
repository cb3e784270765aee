import 'server-only'
import type { Pace } from '@/lib/adobe/pace'
import { holdBack, takeBackgroundTurn, takeTurns } from '@/lib/data/rate-budget'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** Whether somebody waits for the work, or it only keeps the books: that takes what is left over, or its share. */
export type Urgency = 'foreground' | 'background'

/** Turns fetched at a time, so that not every call waits for the database. */
const turnsAtOnce = 5
/** With fewer left the next are fetched already, behind the calls. */
const fewTurns = 3

type Turns = { atMs: number[]; fetching?: Promise<void> }

const byOrganisation = new Map<string, Turns>()

/**
 * The pace that all calls to one organisation keep together, in this process and in others. A fault of the budget is a
 * fault of the database, which shows wherever something is written; it stops no call.
 */
export function organisationPace(orgId: string, urgency: Urgency = 'foreground'): Pace {
  const turns = byOrganisation.get(orgId) ?? { atMs: [] }
  byOrganisation.set(orgId, turns)
  return {
    takeTurnMs: async () => {
      if (urgency === 'background') return orNoWait(orgId, takeBackgroundTurn(orgId, env().TRIBUTARY_CALLS_PER_SECOND))
      while (turns.atMs.length === 0) await (turns.fetching ??= fetchTurns(orgId, turns))
      const atMs = turns.atMs.shift() ?? 0
      if (turns.atMs.length < fewTurns) turns.fetching ??= fetchTurns(orgId, turns)
      return Math.max(0, atMs - performance.now())
    },
    holdBack: async (ms) => {
      const untilMs = performance.now() + ms
      turns.atMs = turns.atMs.map((atMs) => Math.max(atMs, untilMs))
      await orNoWait(orgId, holdBack(orgId, ms))
    },
  }
}

async function fetchTurns(orgId: string, turns: Turns): Promise<void> {
  const perSecond = env().TRIBUTARY_CALLS_PER_SECOND
  const firstMs = await orNoWait(orgId, takeTurns(orgId, perSecond, turnsAtOnce))
  const nowMs = performance.now()
  const more = Array.from({ length: turnsAtOnce }, (_turn, index) => nowMs + firstMs + (index * 1000) / perSecond)
  turns.atMs.push(...more)
  delete turns.fetching
}

function orNoWait<Answer>(orgId: string, asked: Promise<Answer>): Promise<Answer | 0> {
  return asked.catch((error: unknown) => {
    log.warn('pace.failed', { orgId, error })
    return 0
  })
}
