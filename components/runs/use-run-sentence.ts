'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { runWord } from './run-word'
import type { RunBar } from '@/lib/monitoring/flow-views'

/** A run in one sentence: when, how it ended, what it moved. */
export function useRunSentence(): (run: RunBar) => string {
  const t = useTranslations('runs')
  const format = useFormatter()
  return (run) => {
    const when = run.startedAt ? format.dateTime(new Date(run.startedAt), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }) : t('notBegun')
    const status = t(`status.${runWord(run)}`)
    const rows = run.read === undefined ? undefined : t('strip.rows', { read: run.read, written: run.written ?? 0, failed: run.failed ?? 0 })
    return [when, status, rows].filter((part) => part !== undefined).join(' · ')
  }
}
