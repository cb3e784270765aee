import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const looks = {
  good: { box: 'border-good bg-good-soft', icon: <CircleCheck aria-hidden className="mt-0.5 text-good" /> },
  warn: { box: 'border-warn bg-warn-soft', icon: <TriangleAlert aria-hidden className="mt-0.5 text-warn" /> },
  bad: { box: 'border-bad bg-bad-soft', icon: <CircleX aria-hidden className="mt-0.5 text-bad" /> },
  info: { box: 'border-info bg-info-soft', icon: <Info aria-hidden className="mt-0.5 text-info" /> },
  quiet: { box: 'border-line bg-surface-2', icon: <Info aria-hidden className="mt-0.5 text-ink-quiet" /> },
} as const

export type CalloutProps = {
  tone: keyof typeof looks
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Said at once to a screen reader when it appears. */
  role?: 'status' | 'alert' | undefined
  className?: string
}

/** A remark that must not be overlooked. */
export function Callout({ tone, title, children, actions, role, className }: CalloutProps) {
  const look = looks[tone]
  return (
    <div role={role} className={cx('flex gap-2.5 rounded-md border px-4 py-3 text-14 text-ink', look.box, className)}>
      {look.icon}
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={cx('measure', title ? 'mt-0.5' : undefined)}>{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
