import { useFormatter, useTranslations } from 'next-intl'
import { cx } from './cx'

export type FigureTextProps = {
  /** Null when it is not known. */
  value: number | bigint | null | undefined
  /** e.g. "records". `bytes` is written in kB, MB, GB. */
  unit?: string | undefined
  maximumFractionDigits?: number
  className?: string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A number with its unit, thousands separated, figures of one width. */
export function FigureText({ value, unit, maximumFractionDigits = 1, className }: FigureTextProps) {
  const format = useFormatter()
  const t = useTranslations('common')
  if (value === null || value === undefined) {
    return (
      <span className={cx('text-ink-quiet', className)}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('notKnown')}</span>
      </span>
    )
  }
  if (unit === 'bytes') {
    const bytes = Number(value)
    const power = bytes < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3))
    const shown = format.number(bytes / 1000 ** power, {
      style: 'unit',
      unit: byteUnits[power] ?? 'byte',
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits,
    })
    return <data value={String(value)} className={className}>{shown}</data>
  }
  return (
    <data value={String(value)} className={className}>
      {format.number(value, { maximumFractionDigits })}
      {unit && <span className="text-ink-quiet"> {unit}</span>}
    </data>
  )
}
