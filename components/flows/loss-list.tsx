import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { Loss } from '@/lib/monitoring/flow-views'
import { guideOf } from '@/lib/monitoring/error-guide'
import { paths } from '@/lib/paths'

/** What was lost within a day and why: the cause in words, what it cost, and the last run it happened in. */
export function LossList({ flowId, losses }: { flowId: string; losses: readonly Loss[] }) {
  const t = useTranslations('flows.losses')
  const g = useTranslations('runs.guide')
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface-1">
      {losses.map((loss) => (
        <li key={loss.code} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_max-content]">
          <div className="min-w-0">
            <p className="text-14 font-medium">{g(`${guideOf(loss.code)}.title`)}</p>
            <p className="measure text-13 text-ink-quiet">{g(`${guideOf(loss.code)}.next`)}</p>
            <p className="mt-1 text-12 text-ink-quiet">
              <code>{loss.code}</code> · {t('runs', { count: loss.runs })}
            </p>
          </div>
          <div className="flex items-baseline gap-4 sm:flex-col sm:items-end sm:gap-1">
            {loss.recordCount !== undefined && (
              <data value={loss.recordCount} className="text-14 font-semibold text-bad">
                {t('rows', { count: loss.recordCount })}
              </data>
            )}
            <Link href={paths.flowRun(flowId, loss.lastRunId)} className="prose-link inline-flex min-h-6 items-center text-13">
              {t('lastRun')}
            </Link>
          </div>
        </li>
      ))}
    </ul>
  )
}
