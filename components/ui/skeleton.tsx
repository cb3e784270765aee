import { useTranslations } from 'next-intl'
import { cx } from './cx'

export type SkeletonProps = {
  /** Rows to draw in the place of what is coming. */
  rows?: number
  /** What is awaited, e.g. "Reading the tables"; "Loading" when absent. */
  label?: string
  className?: string
}

/** The place of what is still coming; seen only when it takes longer than 300 ms. */
export function Skeleton({ rows = 3, label, className }: SkeletonProps) {
  const t = useTranslations('common')
  return (
    <output className={cx('appear-late flex flex-col gap-2', className)}>
      <span className="sr-only">{label ?? t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} aria-hidden className={cx('h-8 rounded-md bg-surface-2', row % 3 === 2 && 'w-2/3', row % 3 === 1 && 'w-5/6')} />
      ))}
    </output>
  )
}
