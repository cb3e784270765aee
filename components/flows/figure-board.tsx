import { useTranslations } from 'next-intl'
import { FigureText } from '@/components/ui/figure-text'
import { cx } from '@/components/ui/cx'
import type { Figures } from '@/lib/monitoring/flow-views'
import { ChangeText } from './change-text'

/** What came in, what was written, what was lost within a day, each beside the day before. */
export function FigureBoard({ lastDay, dayBefore }: { lastDay: Figures; dayBefore: Figures }) {
  const t = useTranslations('flows.figures')
  const figures = ['read', 'written', 'failed', 'runs'] as const
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {figures.map((key) => (
        <div key={key} className="min-w-0">
          <dt className="text-13 text-ink-quiet">{t(key)}</dt>
          <dd className="flex flex-col">
            <FigureText value={lastDay[key]} className={cx('text-20 font-semibold', key === 'failed' && lastDay.failed > 0 && 'text-bad')} />
            {key === 'runs' && lastDay.failedRuns > 0 ? (
              <span className="text-12 text-bad">{t('failedRuns', { count: lastDay.failedRuns })}</span>
            ) : (
              <ChangeText now={lastDay[key]} before={dayBefore[key]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
