'use client'

import { ArrowLeft, Info } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ScrollBox } from '@/components/ui/scroll-box'
import type { MappingFacts } from '@/lib/mapping/checks'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { takeStarters, usableStarters } from '@/lib/mapping/usable-starters'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'

type StarterOfferProps = {
  facts: MappingFacts
  sourceKey: string | undefined
  object: string | undefined
  onTake: (next: MappingDocument) => void
}

/** What every event must have and a record has not: the time. Said first, because without it no row arrives. */
const eventTime = 'timestamp'

/** The rows that usually fit what is read, to be taken in one press; each can be changed afterwards. */
export function StarterOffer({ facts, sourceKey, object, onTake }: StarterOfferProps) {
  const t = useTranslations('setup.mapping.starters')
  const [isDismissed, setDismissed] = useState(false)
  const starters = objectHintFor(findSource(sourceKey ?? ''), object)?.starters
  const usable = useMemo(() => (starters ? usableStarters(starters, facts) : []), [starters, facts])
  if (isDismissed || usable.length === 0 || object === undefined) return null
  const isVital = usable.some(({ destination }) => destination === eventTime)
  return (
    <div className="mb-3 rounded-md border border-info bg-info-soft px-4 py-2 text-13">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Info aria-hidden className="size-4 shrink-0 text-info" />
        <p className="min-w-64 flex-1"><strong className="font-semibold">{t('title', { count: usable.length, object })}</strong> {t(isVital ? 'bodyVital' : 'body')}</p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="primary" onPress={() => onTake(takeStarters(facts.document, usable))}>{t('take', { count: usable.length })}</Button>
          <Button size="small" onPress={() => setDismissed(true)}>{t('dismiss')}</Button>
        </div>
      </div>
      <details className="text-13">
        <summary className="min-h-6 cursor-pointer">{t('show')}</summary>
        <ScrollBox label={t('list')} className="mt-1 max-h-48">
          <ul aria-label={t('list')}>
            {usable.map(({ destination, source, sourceType }) => (
              <li key={destination} className="flex flex-wrap items-center gap-x-2">
                <code className="text-12 break-all">{destination}</code>
                <ArrowLeft role="img" aria-label={t('from')} className="text-ink-quiet" />
                <code className="text-12 break-all text-ink-quiet">{sourceType === 'STATIC' ? `"${source}"` : source}</code>
              </li>
            ))}
          </ul>
        </ScrollBox>
      </details>
    </div>
  )
}
