import { CircleHelp, Clock, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import { runWord } from './run-word'
import type { RunStatus } from '@/lib/monitoring/run-record'

const tones: Record<RunStatus, Tone> = {
  success: 'good',
  partialSuccess: 'warn',
  failed: 'bad',
  inProgress: 'info',
  scheduled: 'quiet',
  unknown: 'quiet',
}

const icons: Partial<Record<RunStatus, ReactNode>> = {
  inProgress: <LoaderCircle aria-hidden />,
  scheduled: <Clock aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
}

export type RunStateProps = {
  status: RunStatus
  /** A run that Adobe calls a success may still have lost rows; then its shape says so. */
  failed?: number | undefined
  hasErrors?: boolean | undefined
  isFilled?: boolean
}

/** A run's state: shape and word. */
export function RunState({ status, failed = 0, hasErrors = false, isFilled = false }: RunStateProps) {
  const t = useTranslations('runs.status')
  const word = runWord({ status, failed, hasErrors })
  const icon = icons[status]
  return (
    <StateBadge tone={word === status ? tones[status] : 'warn'} isFilled={isFilled} {...(icon ? { icon } : {})}>
      {t(word)}
    </StateBadge>
  )
}
