'use client'

import { Sparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useMapper } from '../mapper-context'
import { PathText } from '../path-text'
import { reasonText } from './suggestion-row'
import { useSuggestions } from './use-suggestions'

/** The likeliest targets of a column that has none, with the reason, one press away. */
export function FieldSuggestions({ path }: { path: string }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const found = useSuggestions('column', path)
  if (!found || found.length === 0) return null
  return (
    <div>
      <h4 className="flex items-center gap-1.5 text-12 font-medium text-ink-quiet"><Sparkles aria-hidden className="size-3.5" />{t('suggest.forField')}</h4>
      <ul className="mt-1 flex flex-col divide-y divide-line rounded-md border border-line">
        {found.map((one) => (
          <li key={one.target} className="flex items-start gap-2 px-2 py-1.5">
            <span className="min-w-0 flex-1 text-12">
              <PathText path={one.destination} />
              <span className="block text-ink-quiet">
                {[t('suggest.score', { percent: Math.round(one.score * 100) }), ...one.reasons.map((reason) => reasonText(t, reason))].join(' · ')}
              </span>
            </span>
            <Button size="small" aria-label={t('suggest.takeOne', { name: `${one.source} → ${one.destination}` })} onPress={() => actions.takeSuggestions([one])}>
              {t('suggest.takeThis')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
