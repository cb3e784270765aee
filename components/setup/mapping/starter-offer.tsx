'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
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
    <Callout
      tone="info"
      className="mb-3"
      title={t('title', { count: usable.length, object })}
      actions={
        <>
          <Button variant="primary" onPress={() => onTake(takeStarters(facts.document, usable))}>
            {t('take', { count: usable.length })}
          </Button>
          <Button onPress={() => setDismissed(true)}>{t('dismiss')}</Button>
        </>
      }
    >
      <p>{t(isVital ? 'bodyVital' : 'body')}</p>
      <details className="mt-1 text-13">
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
    </Callout>
  )
}
