'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { suggestMapping, type MappingSuggestion } from '@/lib/mapping/suggest'
import { FitMark } from './fit-mark'
import { useMapper } from './mapper-context'

/** Proposals for what has no link yet, each with its score and reason; nothing is taken unseen. */
export function SuggestDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('suggest.title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Suggestions onClose={onClose} />}
    </Dialog>
  )
}

function Suggestions({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const found = useMemo(() => {
    const { document, sources, targets } = store.get()
    return suggestMapping(document, sources, targets)
  }, [store])
  // Doubtful conversions wait for a person's own tick.
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(found.filter(({ score }) => score >= 0.75).map(({ source }) => source)),
  )
  const toggle = (source: string, isOn: boolean) => {
    const next = new Set(taken)
    if (isOn) next.add(source)
    else next.delete(source)
    setTaken(next)
  }
  if (found.length === 0) return <EmptyState title={t('suggest.noneTitle')} body={t('suggest.noneBody')} />
  return (
    <div className="flex flex-col gap-3">
      <p className="measure text-13 text-ink-quiet">{t('suggest.lead')}</p>
      <Checkbox
        label={t('suggest.all', { count: found.length })}
        value={taken.size === found.length}
        isIndeterminate={taken.size > 0 && taken.size < found.length}
        onChange={(isOn) => setTaken(new Set(isOn ? found.map(({ source }) => source) : []))}
      />
      <ul className="flex max-h-[50dvh] flex-col divide-y divide-line overflow-y-auto rounded-md border border-line">
        {found.map((suggestion) => (
          <SuggestionRow
            key={suggestion.source} suggestion={suggestion} isTaken={taken.has(suggestion.source)}
            onToggle={(isOn) => toggle(suggestion.source, isOn)}
          />
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('suggest.cancel')}</Button>
        <Button
          variant="primary" isDisabled={taken.size === 0}
          onPress={() => {
            actions.addLinks(found.filter(({ source }) => taken.has(source)))
            onClose()
          }}
        >
          {t('suggest.take', { count: taken.size })}
        </Button>
      </div>
    </div>
  )
}

type SuggestionRowProps = { suggestion: MappingSuggestion; isTaken: boolean; onToggle: (isOn: boolean) => void }

function SuggestionRow({ suggestion, isTaken, onToggle }: SuggestionRowProps) {
  const t = useTranslations('mapper')
  const { source, destination, score, reason, fit } = suggestion
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
      <Checkbox
        value={isTaken} onChange={onToggle} className="min-w-0"
        label={<span className="font-mono text-13 break-all">{source} → {destination}</span>}
      />
      <span className="flex items-center gap-3 text-12 text-ink-quiet">
        {t(`suggest.reasons.${reason}`)}
        <FitMark level={fit.level} />
        <span className="tabular-nums">{t('suggest.score', { percent: Math.round(score * 100) })}</span>
      </span>
    </li>
  )
}
