import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import type { FlowOverview, FlowState } from '@/lib/monitoring/flow-views'

const tones: Partial<Record<FlowState, 'bad' | 'warn' | 'info' | 'quiet'>> = {
  failing: 'bad',
  missing: 'bad',
  setupFailed: 'bad',
  late: 'warn',
  unknown: 'warn',
  setup: 'info',
  deleting: 'info',
  draft: 'quiet',
  waiting: 'info',
  paused: 'quiet',
  deleted: 'quiet',
}

/** What the state means for the data and what can be done; nothing where all is well or the figures say it. */
export function StateNote({ flow }: { flow: FlowOverview }) {
  const t = useTranslations('flows.notes')
  const tone = tones[flow.state]
  if (!tone) return null
  return (
    <Callout
      tone={tone}
      title={t(`${flow.state}.title`)}
      actions={
        flow.state === 'failing' && flow.lastEnded ? (
          <LinkButton href={paths.flowRun(flow.id, flow.lastEnded.id)}>{t('toRun')}</LinkButton>
        ) : undefined
      }
    >
      {t(`${flow.state}.body`)}
    </Callout>
  )
}
