'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { NumberField } from '@/components/ui/number-field'
import type { MappingSuggestion } from '@/lib/mapping/suggest/suggest-mapping'
import { useMapper, useMapperState } from '../mapper-context'
import { SuggestionRow } from './suggestion-row'
import { useGrowingList } from './use-growing-list'

/** What is ticked at first; the rest waits for a person's own tick. */
const firstBar = 0.7

const reaching = (found: readonly MappingSuggestion[], bar: number): Set<string> =>
  new Set(found.filter(({ score }) => Math.round(score * 100) >= Math.round(bar * 100)).map(({ target }) => target))

/** Without these no row arrives, so they are ticked however sure they are. */
const neededOf = (found: readonly MappingSuggestion[]): string[] =>
  found.filter(({ reasons }) => reasons.some(({ code }) => code === 'needed')).map(({ target }) => target)

/** Proposals to tick, by hand or by a bar; what is ticked is taken as one step. */
export function SuggestionList({ all, onClose }: { all: readonly MappingSuggestion[]; onClose: () => void }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const links = useMapperState((state) => state.links)
  const [bar, setBar] = useState(firstBar)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set([...reaching(all, firstBar), ...neededOf(all)]))
  // What was taken one by one is gone from the list; the others keep their ticks.
  const found = all.filter(({ target }) => !links.byTarget.has(target))
  const { shown, more, grow, end } = useGrowingList(found)
  const chosen = found.filter(({ target }) => ticked.has(target))
  const toggle = (target: string, isOn: boolean) => {
    const next = new Set(ticked)
    if (isOn) next.add(target)
    else next.delete(target)
    setTicked(next)
  }
  if (found.length === 0) return <EmptyState title={t('suggest.noneTitle')} body={t('suggest.allTaken')} />
  return (
    <div className="flex flex-col gap-3">
      <p className="measure text-13 text-ink-quiet">{t('suggest.lead')}</p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <Checkbox
          label={t('suggest.all', { count: found.length })}
          value={chosen.length === found.length}
          isIndeterminate={chosen.length > 0 && chosen.length < found.length}
          onChange={(isOn) => setTicked(new Set(isOn ? found.map(({ target }) => target) : []))}
        />
        <NumberField
          label={t('suggest.bar')} className="w-44" minValue={0} maxValue={1} step={0.05} value={bar} formatOptions={{ style: 'percent' }}
          onChange={(next) => {
            if (Number.isNaN(next)) return
            setBar(next)
            setTicked(reaching(found, next))
          }}
        />
      </div>
      <ul className="relative flex max-h-[50dvh] flex-col divide-y divide-line overflow-y-auto rounded-md border border-line">
        {shown.map((suggestion) => (
          <SuggestionRow
            key={suggestion.target} suggestion={suggestion} isTicked={ticked.has(suggestion.target)}
            onToggle={(isOn) => toggle(suggestion.target, isOn)} onTake={() => actions.takeSuggestions([suggestion])}
          />
        ))}
        {more > 0 && (
          <li key={shown.length} ref={end} className="p-2 text-center">
            <Button size="small" variant="quiet" onPress={grow}>{t('suggest.more', { count: more })}</Button>
          </li>
        )}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('suggest.cancel')}</Button>
        <Button
          variant="primary" isDisabled={chosen.length === 0}
          onPress={() => {
            actions.takeSuggestions(chosen)
            onClose()
          }}
        >
          {t('suggest.take', { count: chosen.length })}
        </Button>
      </div>
    </div>
  )
}
