'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import { phaseOf, useProvisioning } from './use-provisioning'

/** On the steps of a draft that was made a flow: whether what is changed here still counts, and the way to the flow. */
export function FlowNotice({ flowId, draftId }: { flowId: string; draftId: string }) {
  const t = useTranslations('create.notice')
  const { data: view } = useProvisioning(flowId)
  if (!view) return null
  const phase = phaseOf(view)
  if (phase === 'undone') return null
  const toCreation = (
    <LinkButton href={paths.setup(draftId, 'create')} prefetch={false}>
      {t('toCreation')}
    </LinkButton>
  )
  if (view.lifecycle === 'live') {
    const actions = (
      <>
        <LinkButton href={paths.flow(flowId)}>{t('toFlow')}</LinkButton>
        <LinkButton href={paths.newFlowLike(draftId)} prefetch={false}>
          {t('another')}
        </LinkButton>
      </>
    )
    return (
      <Callout tone="info" title={t('live.title', { name: view.name })} actions={actions}>
        {t('live.body')}
      </Callout>
    )
  }
  if (phase === 'failed') return <Callout tone="info" title={t('failed.title')} actions={toCreation}>{t('failed.body')}</Callout>
  return <Callout tone="info" title={t('moving.title', { name: view.name })} actions={toCreation}>{t('moving.body')}</Callout>
}
