'use client'

import { useTranslations } from 'next-intl'
import { cx } from './cx'

export type ProgressLineProps = {
  done: number
  total: number
  label: string
  tone?: 'accent' | 'good' | 'bad'
  className?: string
}

const fills = { accent: 'bg-accent', good: 'bg-good', bad: 'bg-bad' }

/** Progress that is true: n of m, as a line and in words. */
export function ProgressLine({ done, total, label, tone = 'accent', className }: ProgressLineProps) {
  const t = useTranslations('common')
  const words = t('progress', { done, total })
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <div className="flex justify-between gap-4 text-13">
        <span className="font-medium">{label}</span>
        <span className="text-ink-quiet tabular-nums">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-1 overflow-hidden rounded-full bg-surface-3 forced-colors:border"
      >
        <div
          className={cx('h-full origin-left rounded-full transition-transform forced-colors:bg-[Highlight]', fills[tone])}
          style={{ transform: `scaleX(${total === 0 ? 0 : Math.min(1, done / total)})` }}
        />
      </div>
    </div>
  )
}
