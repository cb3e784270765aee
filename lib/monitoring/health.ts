import type { RunStatus } from './run-record'

/** How a flow is, in one word. The words are the messages `flows.health.<word>`. */
export const healths = ['healthy', 'degraded', 'failing', 'late', 'waiting', 'finished', 'paused', 'draft', 'missing', 'unknown', 'setup'] as const
export type Health = (typeof healths)[number]

export type HealthFacts = {
  /** Our own lifecycle of the flow. */
  lifecycle: 'provisioning' | 'failed' | 'live' | 'deleting' | 'deleted'
  /** Adobe's state; undefined while not asked yet. */
  adobeState: string | undefined
  /** Adobe answered 404 for it. */
  gone: boolean
  /** The newest run that ended, if any. */
  lastEnded: { status: RunStatus; recordsFailed: number | undefined; hasErrors?: boolean; startedAt: Date | undefined } | undefined
  /** The newest start of any run, ended or not. */
  lastStartedAt: Date | undefined
  /** The last time a run was due before now by the schedule, undefined when none was. */
  lastDueAt: Date | undefined
  once: boolean
}

/** Adobe lists a run two to three minutes after it was due; after ten it is late. */
export const LATE_AFTER_MINUTES = 10

/** Every state that Adobe's documents name; one that it invents tomorrow says nothing of whether data flows. */
const knownStates: ReadonlySet<string> = new Set([
  'enabled', 'disabled', 'draft', 'initializing', 'enabling', 'disabling', 'updating', 'pending', 'enabled-finalizing', 'delete-finalizing',
])

/** The first rule that holds names the health. The order is the meaning: what stops data comes before what spoils it. */
const rules: { health: Health; holds: (facts: HealthFacts, now: Date) => boolean }[] = [
  { health: 'setup', holds: ({ lifecycle }) => lifecycle !== 'live' },
  { health: 'missing', holds: ({ gone }) => gone },
  { health: 'draft', holds: ({ adobeState }) => adobeState === 'draft' },
  { health: 'paused', holds: ({ adobeState }) => adobeState === 'disabled' || adobeState === 'disabling' },
  { health: 'unknown', holds: ({ adobeState }) => adobeState !== undefined && !knownStates.has(adobeState) },
  { health: 'late', holds: (facts, now) => isLate(facts, now) },
  { health: 'waiting', holds: ({ lastEnded }) => lastEnded === undefined },
  { health: 'failing', holds: ({ lastEnded }) => lastEnded?.status === 'failed' },
  // A good run may have dropped values that a mapping rule could not make, without refusing their rows.
  {
    health: 'degraded',
    holds: ({ lastEnded }) => lastEnded?.status === 'partialSuccess' || (lastEnded?.recordsFailed ?? 0) > 0 || lastEnded?.hasErrors === true,
  },
  { health: 'finished', holds: ({ once, lastEnded }) => once && lastEnded?.status === 'success' },
  { health: 'healthy', holds: () => true },
]

/** A flow's health by the rule table. Pure. */
export function judgeHealth(facts: HealthFacts, now: Date): Health {
  return rules.find(({ holds }) => holds(facts, now))?.health ?? 'healthy'
}

function isLate({ lastDueAt, lastStartedAt }: HealthFacts, now: Date): boolean {
  if (!lastDueAt) return false
  if (lastStartedAt && lastStartedAt >= lastDueAt) return false
  return now.getTime() - lastDueAt.getTime() > LATE_AFTER_MINUTES * 60_000
}
