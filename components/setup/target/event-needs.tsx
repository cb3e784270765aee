'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { ObjectHint } from '@/lib/sources/payments-source'

/** What every row of an event class must bring, and where it will come from. */
export function EventNeeds({ hint }: { hint: ObjectHint | undefined }) {
  const t = useTranslations('setup.target.eventNeeds')
  const sourceOf = (path: string) => hint?.starters.find(({ destination }) => destination === path)?.source
  const [id, time] = [sourceOf('_id'), sourceOf('timestamp')]
  return (
    <Callout tone="info" className="mt-3" title={t('title')}>
      <p>{t('body')}</p>
      {id && time && (
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-13">
          <dt><code className="text-12">_id</code></dt>
          <dd><code className="text-12 break-all">{id}</code></dd>
          <dt><code className="text-12">timestamp</code></dt>
          <dd><code className="text-12 break-all">{time}</code></dd>
        </dl>
      )}
      <p className="mt-2">{t(id && time ? 'proposed' : 'byHand')}</p>
    </Callout>
  )
}
