'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { previewValue } from '@/lib/mapping/preview-value'
import type { SuggestReason } from '@/lib/mapping/suggest/score-source'
import type { MappingSuggestion } from '@/lib/mapping/suggest/suggest-mapping'
import { FitMark } from '../fit-mark'
import type { MapperWords } from '../field-words'
import { useMapper } from '../mapper-context'
import { PathText } from '../path-text'

/** Why a link is proposed, as one sentence part. */
export function reasonText(t: MapperWords, { code, values }: SuggestReason): string {
  if (code === 'looksLike') return t('suggest.reasons.looksLike', { shape: t(`shapes.${values['shape']}`) })
  if (code === 'bridge') return t(`bridges.${values['bridge']}`)
  return t(`suggest.reasons.${code}`, values)
}

/** The first sample row before and after, so that one sees what would be written. */
function useSample({ source, row, target }: MappingSuggestion): { before: string; after: string } | undefined {
  const { store } = useMapper()
  const [nowMs] = useState(() => Date.now())
  return useMemo(() => {
    const { sampleRows, targetIndex, sourceIndex } = store.get()
    const field = targetIndex.get(target)
    const [record] = sampleRows
    if (!field || !record) return undefined
    const { after } = previewValue({ id: 'suggested', ...row, destination: target }, field, record, nowMs)
    const before = sourceIndex.get(source)?.samples?.[0]
    return before === undefined || after === undefined ? undefined : { before, after }
  }, [store, source, row, target, nowMs])
}

type SuggestionRowProps = { suggestion: MappingSuggestion; isTicked: boolean; onToggle: (isOn: boolean) => void; onTake: () => void }

/** One proposal: from where to where, how sure and why, what it makes of a value. */
export function SuggestionRow({ suggestion, isTicked, onToggle, onTake }: SuggestionRowProps) {
  const t = useTranslations('mapper')
  const { source, destination, row, score, reasons, fit } = suggestion
  const sample = useSample(suggestion)
  const name = `${source} → ${destination}`
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-3 py-2">
      <div className="min-w-64 flex-1">
        <Checkbox
          value={isTicked} onChange={onToggle} className="min-w-0"
          label={<span className="text-13"><PathText path={source} /> → <PathText path={destination} /></span>}
        />
        <div className="mt-0.5 flex flex-col gap-0.5 pl-6 text-12 text-ink-quiet">
          <span>{reasons.map((reason) => reasonText(t, reason)).join(' · ')}</span>
          {row.sourceType === 'EXPRESSION' && <code className="font-mono wrap-anywhere text-ink">{row.source}</code>}
          {sample && (
            <span className="flex min-w-0 items-center gap-1.5 font-mono">
              <span className="max-w-48 truncate">{sample.before}</span>
              <ArrowRight aria-hidden className="size-3 shrink-0" />
              <span className="max-w-64 truncate text-ink">{sample.after}</span>
            </span>
          )}
        </div>
      </div>
      <div className="flex items-center gap-3 text-12 text-ink-quiet">
        <FitMark level={row.sourceType === 'EXPRESSION' ? 'safe' : fit.level} />
        <span className="w-10 text-right tabular-nums">{t('suggest.score', { percent: Math.round(score * 100) })}</span>
        <Button size="small" onPress={onTake} aria-label={t('suggest.takeOne', { name })}>{t('suggest.takeThis')}</Button>
      </div>
    </li>
  )
}
