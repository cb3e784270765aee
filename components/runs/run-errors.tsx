import { useTranslations } from 'next-intl'
import { guideOf } from '@/lib/monitoring/error-guide'
import type { RunError } from '@/lib/monitoring/run-record'

/** Errors of a run: the cause in words, what to do, and Adobe's own code and message. */
export function RunErrors({ errors }: { errors: readonly RunError[] }) {
  const t = useTranslations('runs')
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface-1">
      {errors.map((error) => {
        const key = guideOf(error.code)
        return (
          <li key={`${error.code} ${error.message}`} className="px-4 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h3 className="text-14 font-semibold">{t(`guide.${key}.title`)}</h3>
              {error.recordCount !== undefined && (
                <data value={error.recordCount} className="text-13 font-medium text-bad">
                  {t('rows', { count: error.recordCount })}
                </data>
              )}
            </div>
            <p className="measure mt-0.5 text-14">{t(`guide.${key}.cause`)}</p>
            <p className="measure mt-0.5 text-14 text-ink-quiet">{t(`guide.${key}.next`)}</p>
            <p className="mt-1.5 text-12 text-ink-quiet">
              <code>{error.code}</code>
              {error.message && <> · {error.message}</>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
