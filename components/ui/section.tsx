import { useId, type ReactNode } from 'react'
import { cx } from './cx'

export type SectionProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string }

/** A part of a page under a heading of its own; a line and space part it from the one before, no card. */
export function Section({ title, lead, actions, children, className }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cx('mt-8 first:mt-0', className)}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-16 font-semibold">
            {title}
          </h2>
          {lead && <p className="measure mt-0.5 text-13 text-ink-quiet">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
