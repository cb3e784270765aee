'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { StateBadge } from '@/components/ui/state-badge'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'
import type { ConnectionView } from '../setup-actions'

type Outcome = { works: boolean; error?: ExplainedError }

/** Asks Adobe to try a connection's credentials now, and says what came of it. */
export function ConnectionTestButton({ workspaceId, connection }: { workspaceId: string; connection: ConnectionView }) {
  const t = useTranslations('setup.source')
  const { actions } = useSetup()
  const [isTesting, setTesting] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()

  async function test() {
    setTesting(true)
    setOutcome(undefined)
    const next = await actions.testConnection({ workspaceId, connectionId: connection.id }).then(
      (answer): Outcome => (answer.ok ? answer.data : { works: false, error: answer.error }),
      (): Outcome => ({ works: false, error: { code: 'network', retryable: true } }),
    )
    setTesting(false)
    setOutcome(next)
    if (!next.error) announce(t(next.works ? 'testPassed' : 'testRefused'))
  }

  return (
    <div className="flex min-w-0 flex-wrap items-center gap-3">
      <Button isPending={isTesting} onPress={() => void test()}>
        {t('test')}
      </Button>
      {outcome && !outcome.error && (
        <StateBadge tone={outcome.works ? 'good' : 'bad'} className="whitespace-normal">
          {t(outcome.works ? 'testPassed' : 'testRefused')}
        </StateBadge>
      )}
      {outcome && !outcome.works && !outcome.error && (
        <Link href={paths.connections()} className="prose-link inline-flex min-h-6 items-center text-13">
          {t('toConnections')}
        </Link>
      )}
      {outcome?.error && <ErrorPanel className="basis-full" error={outcome.error} />}
    </div>
  )
}
