import { ClockAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { durationParts } from '@/components/runs/duration'

/** Says that times are Adobe's where its clock is not ours: the emulator's can be moved, and a device's can be wrong. */
export function ClockNote({ aheadMs, isPractice }: { aheadMs: number; isPractice: boolean }) {
  const t = useTranslations('flows.clock')
  const format = useFormatter()
  const by = durationParts(Math.abs(aheadMs)).map(([value, unit]) => format.number(value, { style: 'unit', unit, unitDisplay: 'long' })).join(' ')
  return (
    <p className="mb-3 flex items-center gap-2 text-13 text-ink-quiet">
      <ClockAlert aria-hidden />
      {t(aheadMs > 0 ? 'ahead' : 'behind', { whose: isPractice ? 'emulator' : 'adobe', by })}
    </p>
  )
}
