import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'

/** Says that a change of the flow is under way, or has stopped, and leads to where it is shown. */
export function ChangeNote({ flow: { id, change } }: { flow: FlowOverview }) {
  const t = useTranslations('flows.change')
  if (change === undefined) return null
  return (
    <Callout
      tone={change === 'moving' ? 'info' : 'warn'}
      title={t(`${change}.title`)}
      actions={<LinkButton href={paths.flowDefinition(id)}>{t('show')}</LinkButton>}
    >
      {t(`${change}.body`)}
    </Callout>
  )
}
