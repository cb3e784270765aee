import { CircleDashed, CirclePlay, Clock, FileQuestion, FileX, LoaderCircle, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { BatchItemState } from '@/lib/batches/batch-view'

const spinning = <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />

const looks: Record<BatchItemState, { tone: Tone; icon?: ReactNode }> = {
  preparing: { tone: 'info', icon: spinning },
  unread: { tone: 'bad', icon: <FileX aria-hidden /> },
  lacking: { tone: 'warn', icon: <FileQuestion aria-hidden /> },
  ready: { tone: 'info', icon: <CirclePlay aria-hidden /> },
  queued: { tone: 'quiet', icon: <Clock aria-hidden /> },
  creating: { tone: 'info', icon: spinning },
  failed: { tone: 'bad' },
  live: { tone: 'good' },
  removing: { tone: 'info', icon: spinning },
  'remove-failed': { tone: 'warn', icon: <TriangleAlert aria-hidden /> },
  removed: { tone: 'quiet', icon: <Trash2 aria-hidden /> },
}

/** How one of a batch stands: shape and word. */
export function BatchStateBadge({ state }: { state: BatchItemState }) {
  const t = useTranslations('batches.states')
  const { tone, icon = tone === 'quiet' ? <CircleDashed aria-hidden /> : undefined } = looks[state]
  return (
    <StateBadge tone={tone} {...(icon ? { icon } : {})}>
      {t(state)}
    </StateBadge>
  )
}
