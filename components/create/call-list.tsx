'use client'

import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/cx'
import type { CallPreview } from '@/lib/provisioning/call-preview'
import type { Plan } from '@/lib/provisioning/plan'
import { CallItem } from './call-item'
import { groupIntoWaves } from './call-waves'

type CallListProps = { plan: Plan; calls: readonly CallPreview[]; marks: readonly string[] }

/** Every call in the order in which it goes out; what goes out at the same time stands in one bracket. */
export function CallList({ plan, calls, marks }: CallListProps) {
  const t = useTranslations('create.calls')
  const waves = groupIntoWaves(plan)
  const numbers = new Map(waves.flat().map((key, index) => [key, index + 1]))
  return (
    <ol className="flex flex-col gap-3">
      {waves.map((wave) => (
        <li key={wave.join()} className="grid grid-cols-[minmax(0,1fr)] gap-x-3 gap-y-1 lg:grid-cols-[7.5rem_minmax(0,1fr)]">
          <p className="text-13 text-ink-quiet lg:pt-2.5">{wave.length > 1 ? t('atOnce', { count: wave.length }) : t('alone')}</p>
          <div className={cx('overflow-clip rounded-md border border-line', wave.length > 1 && 'border-l-2 border-l-accent')}>
            {wave.map((key) => {
              const call = calls.find(({ stepKey }) => stepKey === key)
              const step = plan.steps.find((one) => one.key === key)
              return call && step && <CallItem key={key} call={call} step={step} number={numbers.get(key) ?? 0} marks={marks} />
            })}
          </div>
        </li>
      ))}
    </ol>
  )
}
