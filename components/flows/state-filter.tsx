'use client'

import { useTranslations } from 'next-intl'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { cx } from '@/components/ui/cx'
import { attentionStates, flowStates, type FlowState, type StateCounts } from '@/lib/monitoring/flow-views'

export type StateChoice = FlowState | 'attention' | undefined

export type StateFilterProps = { counts: StateCounts; value: StateChoice; onChange: (value: StateChoice) => void }

/** Which states are shown; each says how many flows are in it, and those nobody is in are left out. */
export function StateFilter({ counts, value, onChange }: StateFilterProps) {
  const t = useTranslations('flows')
  const count = (states: readonly FlowState[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const all = count(flowStates.filter((state) => state !== 'deleted'))
  const attention = count(attentionStates)
  const choices: { key: StateChoice; label: string; count: number }[] = [
    { key: undefined, label: t('filter.all'), count: all },
    ...(attention > 0 || value === 'attention' ? [{ key: 'attention' as const, label: t('filter.attention'), count: attention }] : []),
    ...flowStates
      .filter((state) => (counts[state] ?? 0) > 0 || state === value)
      .map((state) => ({ key: state, label: t(`state.${state}`), count: counts[state] ?? 0 })),
  ]
  return (
    <div role="group" aria-label={t('filter.label')} className="flex flex-wrap gap-1.5">
      {choices.map((choice) => (
        <ToggleButton
          key={choice.key ?? 'all'}
          isSelected={choice.key === value}
          onChange={() => onChange(choice.key)}
          className={cx(
            'inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-md border border-line bg-surface-1 px-2.5 text-13 whitespace-nowrap text-ink-quiet',
            'transition-colors hover:bg-surface-2 hover:text-ink pointer-coarse:h-10',
            'data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-ink',
          )}
        >
          {choice.label}
          <data value={choice.count} className="text-12">
            {choice.count}
          </data>
        </ToggleButton>
      ))}
    </div>
  )
}
