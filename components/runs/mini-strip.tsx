import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/cx'
import type { RunBar } from '@/lib/monitoring/flow-views'
import { barHeights, barKind, barStyles } from './bar-look'

/** The last runs of a flow within one row of a list. */
export function MiniStrip({ runs }: { runs: readonly RunBar[] }) {
  const t = useTranslations('runs.strip')
  if (runs.length === 0) return <span className="text-ink-quiet">{t('none')}</span>
  const heights = barHeights(runs)
  const failed = runs.filter(({ status }) => status === 'failed').length
  return (
    <span className="inline-flex h-6 items-end gap-px align-middle">
      {runs.map((run, index) => (
        <span
          key={run.id}
          aria-hidden
          style={{ height: `${heights[index] ?? 12}%` }}
          className={cx('w-1.25 rounded-[1px]', barStyles[barKind(run)])}
        />
      ))}
      <span className="sr-only">{t('summary', { count: runs.length, failed })}</span>
    </span>
  )
}
