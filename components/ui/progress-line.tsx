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

const fills = {
  accent: '[&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
  good: '[&::-webkit-progress-value]:bg-good [&::-moz-progress-bar]:bg-good',
  bad: '[&::-webkit-progress-value]:bg-bad [&::-moz-progress-bar]:bg-bad',
}

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
      <progress
        aria-label={label}
        aria-valuetext={words}
        value={done}
        max={Math.max(1, total)}
        className={cx(
          'h-1 w-full appearance-none overflow-hidden rounded-full border-0 bg-surface-3 forced-colors:appearance-auto',
          '[&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-full [&::-moz-progress-bar]:rounded-full',
          '[&::-webkit-progress-value]:transition-[inline-size]',
          fills[tone],
        )}
      />
    </div>
  )
}
