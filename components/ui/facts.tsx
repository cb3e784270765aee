import type { ReactNode } from 'react'
import { cx } from './cx'

export type Fact = { label: ReactNode; value: ReactNode }

/** Names and values under each other; the values line up. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={cx('grid grid-cols-1 gap-x-6 gap-y-1 text-13 sm:grid-cols-[max-content_minmax(0,1fr)]', className)}>
      {facts.map((fact, index) => (
        <div key={index} className="contents">
          <dt className="text-ink-quiet">{fact.label}</dt>
          <dd className="min-w-0 pb-1 text-ink sm:pb-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
