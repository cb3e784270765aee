'use client'

import { useTranslations } from 'next-intl'
import { cx } from './cx'

export type ProgressLineProps = {
  done: number
  total: number
  /** How many of the rest have failed: told in words, and drawn as a part of its own. */
  failed?: number
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
export function ProgressLine({ done, total, failed = 0, label, tone = 'accent', className }: ProgressLineProps) {
  const t = useTranslations('common')
  const words = failed > 0 ? t('progressFailed', { done, total, failed }) : t('progress', { done, total })
  const share = (part: number) => `${(part / Math.max(1, total)) * 100}%`
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <div className="flex justify-between gap-4 text-13">
        <span className="font-medium">{label}</span>
        <span className="text-ink-quiet tabular-nums">{words}</span>
      </div>
      <div className="relative flex">
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
        {failed > 0 && <span aria-hidden className="absolute inset-y-0 bg-bad" style={{ insetInlineStart: share(done), width: share(failed) }} />}
      </div>
    </div>
  )
}
