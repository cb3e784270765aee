import { useFormatter, useTranslations } from 'next-intl'

export type ChangeTextProps = { now: number; before: number }

/** How a figure moved against the day before, in words that need no colour. */
export function ChangeText({ now, before }: ChangeTextProps) {
  const t = useTranslations('flows.movement')
  const format = useFormatter()
  return <span className="text-12 text-ink-quiet">{say()}</span>

  function say() {
    if (before === 0) return now === 0 ? t('noneBoth') : t('noneBefore')
    if (now === before) return t('same')
    const share = format.number(Math.abs(now - before) / before, { style: 'percent', maximumFractionDigits: 0 })
    return now > before ? t('more', { share }) : t('less', { share })
  }
}
