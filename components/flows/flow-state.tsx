import { CircleCheckBig, CirclePause, CirclePlay, CircleQuestionMark, Clock, ClockAlert, FilePen, LoaderCircle, Trash2, Unlink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { FlowState } from '@/lib/monitoring/flow-views'

export const flowTones: Record<FlowState, Tone> = {
  failing: 'bad',
  missing: 'bad',
  setupFailed: 'bad',
  late: 'warn',
  degraded: 'warn',
  unknown: 'warn',
  setup: 'info',
  deleting: 'info',
  draft: 'quiet',
  waiting: 'info',
  paused: 'quiet',
  healthy: 'good',
  finished: 'good',
  deleted: 'quiet',
}

/** States whose own shape says more than their tone's. */
const icons: Partial<Record<FlowState, ReactNode>> = {
  missing: <Unlink aria-hidden />,
  unknown: <CircleQuestionMark aria-hidden />,
  late: <ClockAlert aria-hidden />,
  setup: <LoaderCircle aria-hidden />,
  deleting: <Trash2 aria-hidden />,
  deleted: <Trash2 aria-hidden />,
  draft: <FilePen aria-hidden />,
  waiting: <Clock aria-hidden />,
  paused: <CirclePause aria-hidden />,
  finished: <CircleCheckBig aria-hidden />,
}

export const resumeIcon = <CirclePlay aria-hidden />

/** A flow's state: shape and word. */
export function FlowStateBadge({ state, isFilled = false }: { state: FlowState; isFilled?: boolean }) {
  const t = useTranslations('flows.state')
  const icon = icons[state]
  return (
    <StateBadge tone={flowTones[state]} isFilled={isFilled} {...(icon ? { icon } : {})}>
      {t(state)}
    </StateBadge>
  )
}
