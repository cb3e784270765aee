import { CircleCheck, CircleSlash, CircleAlert, CircleDot, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FitLevel } from '@/lib/mapping/compatibility'
import { cx } from '@/components/ui/cx'

const looks: Record<FitLevel, { shape: LucideIcon; text: string }> = {
  exact: { shape: CircleCheck, text: 'text-good' },
  safe: { shape: CircleDot, text: 'text-good' },
  lossy: { shape: CircleAlert, text: 'text-warn' },
  impossible: { shape: CircleSlash, text: 'text-bad' },
}

/** How a source fits a target: a shape and a word. Quiet among many rows, where a refusal is nothing to be alarmed by. */
export function FitMark({ level, isQuiet = false, className }: { level: FitLevel; isQuiet?: boolean; className?: string }) {
  const t = useTranslations('mapper')
  const { shape: Shape, text } = looks[level]
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1 text-12 font-medium whitespace-nowrap', text, isQuiet && level === 'impossible' && 'font-normal text-ink-quiet', className)}>
      <Shape aria-hidden className="size-3.5" />
      {t(`levels.${level}`)}
    </span>
  )
}
