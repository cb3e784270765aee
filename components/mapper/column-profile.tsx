'use client'

import { ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { profileColumn } from '@/lib/mapping/profile-column'
import { useMapperState } from './mapper-context'

/** What the sample rows say about a column: how full, how varied, from where to where, what it looks like. */
export function ColumnProfile({ path }: { path: string }) {
  const t = useTranslations('mapper')
  const field = useMapperState((state) => state.sourceIndex.get(path))
  const rows = useMapperState((state) => state.sampleRows)
  const profile = useMemo(() => (field ? profileColumn(field, rows) : undefined), [field, rows])
  if (!profile || field?.children.length) return null
  const { count, nulls, distinct, range, frequent, longest, shape, isPersonal } = profile
  const facts: (readonly [string, string])[] = [
    [t('profile.filled'), t('profile.filledOf', { filled: count - nulls, count })],
    [t('profile.distinct'), String(distinct)],
    ...(range ? [[t('profile.range'), range[0] === range[1] ? range[0] : t('profile.fromTo', { from: short(range[0]), to: short(range[1]) })] as const] : []),
    ...(frequent.length > 0 ? [[t('profile.frequent'), frequent.map(({ value, times }) => `${short(value)} (${times})`).join(', ')] as const] : []),
    [t('profile.longest'), t('profile.characters', { count: longest })],
    ...(shape && shape !== 'text' ? [[t('profile.looksLike'), t(`shapes.${shape}`)] as const] : []),
  ]
  return (
    <div>
      <h4 className="text-12 font-medium text-ink-quiet">{t('profile.title', { count: rows.length })}</h4>
      {count > 0 && (
        // The share of rows with a value, as a bar under its own figure.
        <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-sm bg-surface-3">
          <span className="block h-full bg-accent" style={{ width: `${((count - nulls) / count) * 100}%` }} />
        </span>
      )}
      <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-12">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-quiet">{name}</dt>
            <dd className="truncate tabular-nums" title={value}>{value}</dd>
          </div>
        ))}
      </dl>
      {isPersonal && (
        <p className="mt-1.5 flex gap-1.5 text-12 text-warn"><ShieldAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />{t('profile.personal')}</p>
      )}
    </div>
  )
}

const short = (text: string): string => (text.length > 28 ? `${text.slice(0, 27)}…` : text)
