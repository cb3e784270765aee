import { CircleCheck, CircleDashed, CircleDot, CircleX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

const looks = {
  good: { text: 'text-good', soft: 'bg-good-soft', icon: <CircleCheck aria-hidden /> },
  warn: { text: 'text-warn', soft: 'bg-warn-soft', icon: <TriangleAlert aria-hidden /> },
  bad: { text: 'text-bad', soft: 'bg-bad-soft', icon: <CircleX aria-hidden /> },
  info: { text: 'text-info', soft: 'bg-info-soft', icon: <CircleDot aria-hidden /> },
  quiet: { text: 'text-ink-quiet', soft: 'bg-surface-2', icon: <CircleDashed aria-hidden /> },
} as const

export type StateBadgeProps = {
  tone: Tone
  /** The state's word. */
  children: ReactNode
  /** Replaces the tone's own shape where a state has a better one. */
  icon?: ReactNode
  /** On a soft ground of its own, for places outside tables. */
  isFilled?: boolean
  className?: string
}

/** A state: shape and word, coloured; never colour alone. */
export function StateBadge({ tone, children, icon, isFilled = false, className }: StateBadgeProps) {
  const look = looks[tone]
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 text-13 font-medium whitespace-nowrap',
        look.text,
        isFilled && cx('h-6 rounded-sm px-2', look.soft),
        className,
      )}
    >
      {icon ?? look.icon}
      {children}
    </span>
  )
}
