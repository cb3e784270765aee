'use client'

import { useNow, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import { announce } from '@/components/ui/live-region'
import { ProgressLine } from '@/components/ui/progress-line'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import { isMoving, phaseOf } from './use-provisioning'

type ProgressHeadProps = {
  view: ProvisioningView
  /** When these figures came, epoch milliseconds. */
  asOfMs: number
  /** The last question got no answer; it is asked again by itself. */
  isCutOff: boolean
}

const tones = {
  created: 'good', changed: 'good', undone: 'good', failed: 'bad', 'change-failed': 'bad', 'undo-failed': 'bad',
  creating: 'accent', changing: 'accent', undoing: 'accent', cancelled: 'accent',
} as const

/** How far it has come: n of m, and how long that took so far. */
export function ProgressHead({ view, asOfMs, isCutOff }: ProgressHeadProps) {
  const t = useTranslations('create')
  const phase = phaseOf(view)
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
        <ProgressLine
          done={view.done}
          total={view.total}
          tone={tones[phase]}
          label={t(view.state === 'queued' ? 'progress.queued' : `progress.${phase}`, { workspace: view.workspace.name })}
          className="min-w-60 flex-1"
        />
        <p className="min-w-24 text-13 text-ink-quiet tabular-nums">
          <Elapsed view={view} />
        </p>
      </div>
      {isCutOff && <CutOff asOfMs={asOfMs} />}
    </div>
  )
}

/** Long enough that one lost answer among many is not made a fuss of. */
const silentMs = 3_000

/** How old the figures are, once that is more than a moment. */
function CutOff({ asOfMs }: { asOfMs: number }) {
  const t = useTranslations('create')
  const now = useNow({ updateInterval: 1_000 })
  const ageMs = now.getTime() - asOfMs
  const isSaid = ageMs >= silentMs
  const seconds = Math.round(ageMs / 1000)
  const title = t('cutOff.title', { age: t('elapsed.time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }) })
  // Said once, when it appears, and not with every second that it gets older.
  const saying = useRef(title)
  useEffect(() => {
    saying.current = title
  }, [title])
  useEffect(() => {
    if (isSaid) announce(saying.current)
  }, [isSaid])
  if (!isSaid) return null
  return (
    <Callout tone="warn" title={title}>
      {t('cutOff.body')}
    </Callout>
  )
}

/** Time since the work began, counted on while it moves. */
function Elapsed({ view }: { view: ProvisioningView }) {
  const t = useTranslations('create.elapsed')
  const now = useNow({ updateInterval: 1_000 })
  if (view.startedAt === undefined) return null
  const end = view.finishedAt === undefined || isMoving(view) ? now.getTime() : Date.parse(view.finishedAt)
  // The two clocks may differ a little; nothing takes less than no time.
  const seconds = Math.max(0, Math.round((end - Date.parse(view.startedAt)) / 1000))
  return (
    <span suppressHydrationWarning>
      {t(isMoving(view) ? 'soFar' : 'took', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
    </span>
  )
}
