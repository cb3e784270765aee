'use client'

import { PlugZap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { Section } from '@/components/ui/section'
import { TimeText } from '@/components/ui/time-text'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import type { WorkspaceCheck } from '@/lib/workspaces/workspace-view'
import { CheckRow, checkKeys } from './check-row'

type Checked = { checks: WorkspaceCheck[]; checkedAt: string }

export type WorkspaceChecksProps = {
  workspaceId: string
  /** What the last test found. */
  last: Checked | undefined
  /** Tests at once: right after a workspace was added or changed. */
  startsNow: boolean
  isArchived: boolean
  check: (input: { id: string }) => Promise<ActionAnswer<Checked>>
}

/** Five harmless questions to Adobe, each with its answer, its meaning and its remedy. */
export function WorkspaceChecks({ workspaceId, last, startsNow, isArchived, check }: WorkspaceChecksProps) {
  const t = useTranslations('workspaces.checks')
  const router = useRouter()
  const [known, setKnown] = useState(last)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()
  const hasStarted = useRef(false)

  async function test() {
    setPending(true)
    setError(undefined)
    const answer = await check({ id: workspaceId }).finally(() => setPending(false))
    if (!answer.ok) return setError(answer.error)
    setKnown(answer.data)
    const failed = answer.data.checks.filter((each) => each.state === 'failed').length
    announce(failed === 0 ? t('allPassed') : t('someFailed', { count: failed }))
    router.refresh()
  }

  useEffect(() => {
    if (!startsNow || hasStarted.current) return
    hasStarted.current = true
    // The address loses its wish to test, so that a reload does not test again.
    router.replace(window.location.pathname, { scroll: false })
    void test()
  })

  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={
        !isArchived && (
          <Button variant={known ? 'secondary' : 'primary'} icon={<PlugZap aria-hidden />} isPending={isPending} onPress={test}>
            {t('action')}
          </Button>
        )
      }
    >
      {error && <ErrorPanel error={error} className="mb-3" />}
      <ol aria-busy={isPending} className="divide-y divide-line rounded-md border border-line bg-surface-1">
        {checkKeys.map((key) => (
          <CheckRow key={key} name={key} check={known?.checks.find((each) => each.key === key)} isPending={isPending} />
        ))}
      </ol>
      {known && !isPending && (
        <p className="mt-2 text-13 text-ink-quiet">
          {t('lastTested')} <TimeText value={known.checkedAt} />
        </p>
      )}
    </Section>
  )
}
