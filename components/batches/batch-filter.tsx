'use client'

import { useTranslations } from 'next-intl'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { cx } from '@/components/ui/cx'
import { attentionItemStates, batchItemStates, type BatchCounts, type BatchItemState } from '@/lib/batches/batch-view'
import type { Reason, StateChoice } from './select-items'

type BatchFilterProps = { counts: BatchCounts; value: StateChoice; onChange: (value: StateChoice) => void }

/** Which states are shown; each says how many are in it, and those nobody is in are left out. */
export function BatchFilter({ counts, value, onChange }: BatchFilterProps) {
  const t = useTranslations('batches')
  const count = (states: readonly BatchItemState[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const isThere = (state: BatchItemState) => (counts[state] ?? 0) > 0 || state === value
  // With one such state, that state says it already.
  const hasAttention = attentionItemStates.filter(isThere).length > 1 || value === 'attention'
  const choices: Choice<StateChoice>[] = [
    { key: undefined, label: t('page.all'), count: count(batchItemStates) },
    ...(hasAttention ? [{ key: 'attention' as const, label: t('page.attention'), count: count(attentionItemStates) }] : []),
    ...batchItemStates.filter(isThere).map((state) => ({ key: state, label: t(`states.${state}`), count: counts[state] ?? 0 })),
  ]
  return <Choices label={t('page.filter')} choices={choices} value={value} onChange={onChange} />
}

type ReasonFilterProps = { reasons: readonly Reason[]; value: string | undefined; onChange: (value: string | undefined) => void }

/** Why they need somebody: among forty, twenty with one and the same reason are one thing to mend. */
export function ReasonFilter({ reasons, value, onChange }: ReasonFilterProps) {
  const t = useTranslations('batches.page')
  const e = useTranslations('errors')
  const choices = reasons.map((reason) => ({
    key: reason.key, count: reason.count,
    // The sentence belongs to a code that is only known now.
    label: 'step' in reason ? t('lacksStep', { step: t(`stepsOf.${reason.step}`) }) : e(`${reason.code}.title` as Parameters<typeof e>[0], reason.values),
  }))
  return <Choices label={t('reasons')} choices={choices} value={value} onChange={(key) => onChange(key === value ? undefined : key)} />
}

type Choice<Key> = { key: Key; label: string; count: number }
type ChoicesProps<Key> = { label: string; choices: readonly Choice<Key>[]; value: Key | undefined; onChange: (key: Key) => void }

function Choices<Key extends string | undefined>({ label, choices, value, onChange }: ChoicesProps<Key>) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
      {choices.map((choice) => (
        <ToggleButton
          key={choice.key ?? 'all'}
          isSelected={choice.key === value}
          onChange={() => onChange(choice.key)}
          className={cx(
            'inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md border border-line bg-surface-1 px-2.5 py-0.5 text-left text-13 text-ink-quiet',
            'transition-colors hover:bg-surface-2 hover:text-ink pointer-coarse:min-h-10',
            'data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-ink',
          )}
        >
          {choice.label}
          <data value={choice.count} className="text-12">{choice.count}</data>
        </ToggleButton>
      ))}
    </div>
  )
}
