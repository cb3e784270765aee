'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { fixedReasons } from '@/lib/flows/compare-definitions'
import { paths } from '@/lib/paths'
import type { ChangedFlow } from '../draft/setup-provider'

/** What of the format alone can differ is nothing a person could want to change here. */
const told = fixedReasons.filter((reason) => reason !== 'format')

/** Says which living flow is being changed, that nothing of it changes before Apply, and what stays as it is and why. */
export function ChangeNotice({ flow: { flowId, name } }: { flow: ChangedFlow }) {
  const t = useTranslations('setup.change')
  const d = useTranslations('documents.fixed')
  return (
    <Callout
      tone="info"
      title={t('notice', { name })}
      actions={<LinkButton href={paths.flowDefinition(flowId)} size="small">{t('toFlow')}</LinkButton>}
    >
      {t('noticeBody')}
      <details className="mt-1">
        <summary className="min-h-6 cursor-pointer font-medium">{t('fixed')}</summary>
        <ul className="mt-1 list-disc space-y-1 pl-4">
          {told.map((reason) => (
            <li key={reason}>{d(reason)}</li>
          ))}
        </ul>
      </details>
    </Callout>
  )
}
