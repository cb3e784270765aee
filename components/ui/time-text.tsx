'use client'

import { useFormatter, useNow } from 'next-intl'

export type TimeTextProps = {
  /** ISO 8601 or a Date. */
  value: string | Date
  /** Shows date and time to the second instead of "12 min ago"; for tables. */
  exact?: boolean
  /** How far the clock that the moment was read from is ahead of this one, in ms, where that is known. */
  aheadMs?: number | undefined
  className?: string
}

/** A moment: relative with the exact one, zone included, on hover and to a screen reader; or exact at once. */
export function TimeText({ value, exact = false, aheadMs = 0, className }: TimeTextProps) {
  const format = useFormatter()
  const now = new Date(useNow({ updateInterval: 30_000 }).getTime() + aheadMs)
  const date = typeof value === 'string' ? new Date(value) : value
  const spoken = format.dateTime(date, { dateStyle: 'long', timeStyle: 'long' })
  const shown = exact
    ? format.dateTime(date, {
        year: 'numeric',
        month: 'short',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      })
    : format.relativeTime(date, isJustNow(date, now) ? date : now)
  return (
    <time dateTime={date.toISOString()} title={spoken} className={className} suppressHydrationWarning>
      {shown}
      {!exact && (
        <span className="sr-only" suppressHydrationWarning>
          {' '}
          ({spoken})
        </span>
      )}
    </time>
  )
}

/** What happened after the page's clock last ticked is now, not "in 3 seconds". */
function isJustNow(date: Date, now: Date): boolean {
  const aheadMs = date.getTime() - now.getTime()
  return aheadMs > 0 && aheadMs < 30_000
}
