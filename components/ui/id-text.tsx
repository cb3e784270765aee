'use client'

import { CopyButton } from './copy-button'
import { cx } from './cx'

export type IdTextProps = {
  value: string
  /** What it is the id of, for the copy button's name. */
  copyLabel?: string | undefined
  /** Characters kept at each end. */
  keep?: number
  isWhole?: boolean
  className?: string
}

/** An id: shortened in the middle, whole on hover, to a screen reader and when copied. */
export function IdText({ value, copyLabel, keep = 4, isWhole = false, className }: IdTextProps) {
  // Registry ids are addresses; what tells them apart is their last part.
  const telling = isWhole ? value : value.slice(value.lastIndexOf('/') + 1)
  const isShort = isWhole || value.length <= keep * 2 + 3
  return (
    <span className={cx('inline-flex max-w-full min-w-0 items-center gap-0.5', className)}>
      <code title={value} className={cx('text-12', isWhole ? 'break-all' : 'whitespace-nowrap')}>
        {isShort ? (
          value
        ) : (
          <>
            <span aria-hidden>{telling.length <= keep * 2 + 3 ? `…/${telling}` : `${telling.slice(0, keep)}…${telling.slice(-keep)}`}</span>
            <span className="sr-only">{value}</span>
          </>
        )}
      </code>
      <CopyButton value={value} label={copyLabel} />
    </span>
  )
}
