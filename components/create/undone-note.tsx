'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'

/** All that was made is removed again, or what is not; and the way back to the answers. */
export function UndoneNote({ view, draftId }: { view: ProvisioningView; draftId: string }) {
  const t = useTranslations('create')
  const left = view.steps.filter(({ state }) => state === 'left-behind')
  return (
    <div className="flex max-w-3xl flex-col items-start gap-3">
      {left.length > 0 && (
        <Callout tone="warn" className="w-full" title={t('undo.leftBehind', { count: left.length })}>
          <ul className="list-disc pl-4">
            {left.map(({ key, kind, name }) => (
              <li key={key}>{t('undo.item', { kind: t(`kinds.${kind}`), name })}</li>
            ))}
          </ul>
        </Callout>
      )}
      <LinkButton href={paths.setup(draftId, 'review')} variant="primary" icon={<ArrowLeft aria-hidden />}>
        {t('undo.back')}
      </LinkButton>
    </div>
  )
}
