import type { Schedule } from '@/lib/schedule/schedule'
import { intervalMs } from '@/lib/schedule/next-runs'
import { dueBetween } from './adobe-schedule'
import type { RunBar, StripItem } from './flow-views'

/** More than this in a row tell no more than that many. */
const mostInARow = 500

/**
 * Puts the places where a due run did not come between the runs, oldest first. A due moment counts as met when a run
 * began within one interval after it; `until` is the moment up to which patience is used up. Pure.
 */
export function placeRuns(runs: readonly RunBar[], schedule: Schedule | undefined, until: Date): StripItem[] {
  const gap = schedule && intervalMs(schedule)
  if (!schedule || gap === undefined) return runs.map(asItem)
  const items: StripItem[] = []
  let before: Date | undefined
  for (const run of runs) {
    const startedAt = run.startedAt === undefined ? undefined : new Date(run.startedAt)
    if (before && startedAt) pushGap(items, missedBetween(schedule, gap, before, startedAt))
    items.push(asItem(run))
    before = startedAt ?? before
  }
  if (before && runs.at(-1)?.startedAt !== undefined) pushGap(items, missedBetween(schedule, gap, before, new Date(until.getTime() + gap)))
  return items
}

const asItem = (run: RunBar): StripItem => ({ kind: 'run', run })

/** Of the due moments between two starts, the last belongs to the second run. */
function missedBetween(schedule: Schedule, gap: number, before: Date, after: Date): Date[] {
  // A run may begin a little before its due moment by another clock; that moment is met all the same.
  const due = dueBetween(schedule, new Date(before.getTime() + gap / 10), after, mostInARow)
  return due.filter((moment) => moment.getTime() + gap <= after.getTime())
}

function pushGap(items: StripItem[], missed: Date[]): void {
  const [first] = missed
  if (first) items.push({ kind: 'gap', dueAt: first.toISOString(), missed: missed.length })
}
