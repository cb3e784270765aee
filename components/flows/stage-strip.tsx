import { Ban, CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/cx'
import type { Stage, StageState } from '@/lib/monitoring/flow-views'

const looks: Record<StageState, { text: string; icon: React.ReactNode }> = {
  good: { text: 'text-good', icon: <CircleCheck aria-hidden /> },
  warn: { text: 'text-warn', icon: <TriangleAlert aria-hidden /> },
  bad: { text: 'text-bad', icon: <CircleX aria-hidden /> },
  idle: { text: 'text-ink-quiet', icon: <CircleDashed aria-hidden /> },
}

/** The flow as the stream it is, source to dataset; a part that broke breaks the line behind it. */
export function StageStrip({ stages }: { stages: readonly Stage[] }) {
  const t = useTranslations('flows.stages')
  return (
    <ol aria-label={t('label')} className="flex flex-col gap-y-1 sm:flex-row sm:items-stretch">
      {stages.map((stage, index) => (
        <li key={stage.key} className="flex min-w-0 items-center sm:flex-1 sm:flex-row">
          {index > 0 && <Link state={stages[index - 1]?.state === 'bad' ? 'bad' : stage.state} />}
          <div className="flex min-w-0 flex-1 items-start gap-2 rounded-md border border-line bg-surface-1 px-3 py-2">
            <span className={cx('mt-0.5', looks[stage.state].text)}>{looks[stage.state].icon}</span>
            <div className="min-w-0">
              <p className="text-12 text-ink-quiet">{t(`keys.${stage.key}`)}</p>
              <p className="truncate text-13 font-medium" title={stage.name}>
                {stage.key === 'mapping' ? t('rules', { count: Number(stage.name ?? 0) }) : (stage.name ?? t(`unnamed.${stage.key}`))}
              </p>
              <p className={cx('text-12', looks[stage.state].text)}>
                {t(`states.${stage.state}`)}
                {stage.code && <code className="ml-1.5">{stage.code}</code>}
              </p>
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The product's curve between two parts; broken where nothing came through. */
function Link({ state }: { state: StageState }) {
  if (state === 'bad') {
    return (
      <span aria-hidden className="flex w-8 shrink-0 justify-center text-bad max-sm:hidden">
        <Ban className="size-4" />
      </span>
    )
  }
  return (
    <svg aria-hidden viewBox="0 0 32 24" className={cx('h-6 w-8 shrink-0 max-sm:hidden', state === 'idle' ? 'text-line-strong' : 'text-accent')}>
      <path
        d="M0 6 C14 6 12 12 32 12 M0 18 C14 18 12 12 32 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={state === 'idle' ? '3 3' : undefined}
      />
    </svg>
  )
}
