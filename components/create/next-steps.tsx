'use client'

import { ArrowRight, CircleCheck, Plus } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import { nextRuns } from '@/lib/schedule/next-runs'
import type { Schedule } from '@/lib/schedule/schedule'
import { scheduleInWords } from '@/lib/schedule/schedule-in-words'

type NextStepsProps = { view: ProvisioningView; isDraft: boolean; schedule: Schedule; draftId: string; connectionName: string }

/** What happens now that everything is there: the first run, when its figures come, and where to go from here. */
export function NextSteps({ view, isDraft, schedule, draftId, connectionName }: NextStepsProps) {
  const t = useTranslations('create.next')
  const s = useTranslations('schedule')
  const format = useFormatter()
  const now = useNow({ updateInterval: 10_000 })
  const flow = view.steps.find(({ key }) => key === 'flow')
  const createdMs = Date.parse(flow?.startedAt ?? flow?.finishedAt ?? view.finishedAt ?? now.toISOString())
  const [firstMs] = nextRuns(schedule, 1, createdMs)
  const words = scheduleInWords(schedule)
  const first = firstMs === undefined ? undefined : new Date(firstMs)
  const moment = first && format.dateTime(first, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const away = first && format.relativeTime(first, now)
  const lines = isDraft ? [t('draftKept'), t('draftPublish')] : [
    ...(moment && away ? [t(first > now ? 'firstRun' : 'firstRunBegun', { moment, away })] : []),
    t('figures'),
    t(schedule.frequency === 'once' ? 'once' : 'then', { schedule: s(words.key, words.values) }),
  ]
  return (
    <section aria-labelledby="next-steps" className="max-w-3xl rounded-md border border-line-strong bg-surface-1 px-4 py-3">
      <h2 id="next-steps" className="flex items-center gap-2 font-semibold">
        <CircleCheck aria-hidden className="text-good" />
        {t('title')}
      </h2>
      <ol className="mt-2 flex flex-col gap-1">
        {lines.map((line, index) => (
          <li key={line} className="grid grid-cols-[1.25rem_minmax(0,1fr)]" suppressHydrationWarning>
            <span aria-hidden className="font-mono text-13 text-ink-quiet">
              {index + 1}
            </span>
            {line}
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={paths.flow(view.flowId)} variant="primary" icon={<ArrowRight aria-hidden />}>
          {t('open')}
        </LinkButton>
        <LinkButton href={paths.newFlowLike(draftId)} prefetch={false} icon={<Plus aria-hidden />} className="max-w-full">
          <span className="truncate">{t('another', { connection: connectionName })}</span>
        </LinkButton>
      </div>
    </section>
  )
}
