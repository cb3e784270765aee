'use client'

import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { mappingKey } from '@/lib/flows/mapping-key'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { scheduleInWords } from '@/lib/schedule/schedule-in-words'
import { needsDelta, sourceKindOf, sourceNameOf } from '@/lib/flows/source-facts'
import { useDraft, useSetup } from '../draft/setup-provider'

type Line = { label: string; value: ReactNode; isOpen?: boolean }

/** What is decided so far, as names and values; what is not yet is said as such. */
function useLines(): Line[] {
  const t = useTranslations('setup.summary')
  const s = useTranslations('schedule')
  const { workspaces } = useSetup()
  const { answers } = useDraft()
  const { source, data, target, schedule, review } = answers
  const open = <span className="text-ink-quiet">{t('open')}</span>
  const hasRows = (answers.mapping?.document?.rows.length ?? 0) > 0
  const line = (label: string, value: ReactNode): Line =>
    value === undefined || value === '' || value === false ? { label, value: open, isOpen: true } : { label, value }
  const words = schedule?.schedule?.frequency ? scheduleInWords({ frequency: schedule.schedule.frequency, interval: schedule.schedule.interval }) : undefined
  return [
    line(t('workspace'), workspaces.find(({ id }) => id === source?.workspaceId)?.name),
    line(t('source'), source?.sourceKey && [sourceNameOf(source), source.connectionName].filter(Boolean).join(' · ')),
    line(t(sourceKindOf(source) === 'rest' ? 'resource' : 'table'), data?.table && <code className="text-12 break-all">{data.table}</code>),
    line(t('delta'), data?.table && (data.deltaColumn ? <code className="text-12 break-all">{data.deltaColumn}</code> : t(needsDelta(answers) ? 'noDelta' : 'needlessDelta'))),
    line(t('schema'), target?.schemaTitle && t(target.schemaMode === 'existing' ? 'existing' : 'new', { name: target.schemaTitle })),
    line(t('dataset'), target?.datasetName && t(usesExisting(answers) ? 'existing' : 'new', { name: target.datasetName })),
    line(t('mapping'), hasRows && <MappingCount answers={answers} />),
    line(t('schedule'), words && s(words.key, words.values)),
    ...(review?.name ? [line(t('name'), review.name)] : []),
  ]
}

const usesExisting = ({ target }: DraftAnswers) => target?.schemaMode === 'existing' && target.datasetMode === 'existing'

function MappingCount({ answers }: { answers: DraftAnswers }) {
  const t = useTranslations('setup.summary')
  const rows = answers.mapping?.document?.rows.length ?? 0
  const verdict = answers.mapping?.verdict
  if (!verdict || verdict.key !== mappingKey(answers.data, answers.target)) {
    return <span className="text-warn">{t('unchecked', { mapped: rows })}</span>
  }
  return (
    <>
      {t('mapped', { mapped: verdict.mapped })}
      {verdict.required > 0 && <> · {t('required', { done: verdict.requiredMapped, of: verdict.required })}</>}
      {verdict.errors > 0 && <span className="text-bad"> · {t('errors', { count: verdict.errors })}</span>}
    </>
  )
}

/** What will stand in Adobe afterwards, in kinds. */
function useToBeMade(): string[] {
  const t = useTranslations('setup.summary.made')
  const { answers } = useDraft()
  const { target } = answers
  const kinds: (string | false)[] = [
    target?.rawSchema?.mode === 'adhoc' && t('raw'),
    target?.schemaMode === 'build' && t('schema'),
    target?.schemaMode === 'build' && target.primaryIdentity !== undefined && t('identity'),
    target?.schemaMode === 'build' && target.forProfile === true && t('profile'),
    Boolean(target?.schemaMode) && !usesExisting(answers) && t('dataset'),
    t('connections'),
    t('mapping'),
    t('flow'),
  ]
  return kinds.filter((kind) => kind !== false)
}

/** The sticky summary. Beside the step where there is room; folded above it where there is not. */
export function Summary({ isFolded = false }: { isFolded?: boolean }) {
  const t = useTranslations('setup.summary')
  const format = useFormatter()
  const lines = useLines()
  const made = useToBeMade()
  const body = (
    <>
      <dl className={cx('grid gap-x-4 gap-y-2.5 text-13', isFolded && 'sm:grid-cols-2 lg:grid-cols-4')}>
        {lines.map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="text-12 text-ink-quiet">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <div className={cx('mt-4 border-t border-line pt-3 text-13', isFolded && 'mt-3')}>
        <p className="text-12 text-ink-quiet">{t('made.title')}</p>
        <p>{format.list(made, { type: 'conjunction' })}</p>
      </div>
    </>
  )
  const decided = lines.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {!isFolded && (
        <aside aria-label={t('title')} className="sticky top-6 hidden self-start border-l border-line pl-6 xl:block">
          <h2 className="mb-3 text-13 font-semibold">{t('title')}</h2>
          {body}
        </aside>
      )}
      <details className={cx('group rounded-md border border-line bg-surface-1 text-13', !isFolded && 'xl:hidden')}>
        <summary className="flex min-h-8 list-none items-center gap-1.5 px-3 py-1 pointer-coarse:min-h-10 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="text-ink-quiet transition-transform group-open:rotate-90" />
          <span className="shrink-0 font-medium">{t('title')}</span>
          <span className="shrink-0 text-ink-quiet">{t('decided', { done: decided.length, of: lines.length })}</span>
          <span className="hidden min-w-0 truncate text-ink-quiet group-open:hidden sm:inline">
            {decided.map(({ label, value }, index) => (
              <Fragment key={label}>
                {index > 0 && ' · '}
                {value}
              </Fragment>
            ))}
          </span>
        </summary>
        <div className="px-3 pt-1 pb-3">{body}</div>
      </details>
    </>
  )
}
