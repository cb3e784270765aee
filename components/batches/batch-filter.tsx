'use client'

import { useTranslations } from 'next-intl'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { cx } from '@/components/ui/cx'
import { batchItemStates, type BatchCounts, type BatchItemState } from '@/lib/batches/batch-view'

type BatchFilterProps = { counts: BatchCounts; value: BatchItemState | undefined; onChange: (value: BatchItemState | undefined) => void }

/** Which states are shown; each says how many are in it, and those nobody is in are left out. */
export function BatchFilter({ counts, value, onChange }: BatchFilterProps) {
  const t = useTranslations('batches')
  const all = batchItemStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const states = batchItemStates.filter((state) => (counts[state] ?? 0) > 0 || state === value)
  const choices = [{ key: undefined, label: t('page.all'), count: all }, ...states.map((state) => ({ key: state, label: t(`states.${state}`), count: counts[state] ?? 0 }))]
  return (
    <div role="group" aria-label={t('page.filter')} className="flex flex-wrap gap-1.5">
      {choices.map(({ key, label, count }) => (
        <ToggleButton
          key={key ?? 'all'}
          isSelected={key === value}
          onChange={() => onChange(key)}
          className={cx(
            'inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-md border border-line bg-surface-1 px-2.5 text-13 whitespace-nowrap text-ink-quiet',
            'transition-colors hover:bg-surface-2 hover:text-ink pointer-coarse:h-10',
            'data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-ink',
          )}
        >
          {label}
          <data value={count} className="text-12">{count}</data>
        </ToggleButton>
      ))}
    </div>
  )
}
