'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import type { ExplainedError } from '@/lib/explained-error'
import type { OpinionDifference } from '@/lib/mapping/compare-opinion'

/** What came of asking Adobe about the mapping. */
export type OpinionState =
  | { differences: readonly OpinionDifference[]; rows: number; /** Set where only calculated fields could be asked about. */ calculated?: number }
  | { error: ExplainedError }

const shownDifferences = 6

/** Adobe's answer beside what was computed here: agreement in one line, differences one by one. */
export function AdobeOpinion({ state }: { state: OpinionState }) {
  const t = useTranslations('setup.mapping.opinion')
  if ('error' in state) return <ErrorPanel error={state.error} className="mb-3" />
  const { differences, rows, calculated } = state
  if (differences.length === 0) return (
    <Callout tone="good" role="status" className="mb-3 px-3 py-2 text-13">
      {calculated === undefined ? t('agrees', { rows }) : t('agreesCalculated', { count: calculated })}
    </Callout>
  )
  const isRefused = differences.some(({ kind }) => kind === 'refused')
  return (
    <Callout tone={isRefused ? 'bad' : 'warn'} role="status" title={t(isRefused ? 'refuses' : 'differs')} className="mb-3 px-3 py-2 text-13">
      <ul className="list-disc pl-4">
        {differences.slice(0, shownDifferences).map((one, at) => (
          <li key={at} className="wrap-anywhere">
            {one.kind === 'refused' && t('refused', { path: one.destination, message: one.message })}
            {one.kind === 'rowError' && t('rowError', { row: one.row, message: one.message })}
            {one.kind === 'value' && t('value', { row: one.row, path: one.path, ours: one.ours || t('nothing'), theirs: one.theirs || t('nothing') })}
          </li>
        ))}
      </ul>
      {differences.length > shownDifferences && <p className="mt-1">{t('more', { count: differences.length - shownDifferences })}</p>}
      {(!isRefused || calculated !== undefined) && <p className="mt-1">{t('goOn')}</p>}
    </Callout>
  )
}
