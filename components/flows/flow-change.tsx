'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CreatePanel } from '@/components/create/create-panel'
import { phaseOf, useProvisioning } from '@/components/create/use-provisioning'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import type { FlowActions } from './flow-actions'

type FlowChangeProps = { flowId: string; actions: FlowActions }

/** A change of a living flow while it is made and when it has stopped: the same graph as its creation had, with its own ways out. */
export function FlowChange({ flowId, actions }: FlowChangeProps) {
  const t = useTranslations('create.phases')
  const router = useRouter()
  const { data: view, refetch } = useProvisioning(flowId)
  if (view?.kind !== 'change') return null
  const phase = phaseOf(view)
  const followed = <Raw, Answer>(act: (raw: Raw) => Promise<Answer>) => async (raw: Raw) => {
    const answer = await act(raw)
    await refetch()
    router.refresh()
    return answer
  }
  return (
    <Section title={t(`${phase}.title`)} lead={t(`${phase}.lead`, { name: view.name })} className="mt-0">
      <CreatePanel
        flowId={flowId}
        actions={{ resume: followed(actions.resumeFlow), undo: followed(actions.undoFlow), changeAgain: followed(actions.changeAgain) }}
        whenCreated={() => null}
        whenUndone={() => null}
      />
    </Section>
  )
}

/** Begins a change of the flow, where it lives. */
export function ChangeFlowButton({ flowId, startChange }: { flowId: string; startChange: FlowActions['startChange'] }) {
  const t = useTranslations('flows.change')
  const router = useRouter()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()

  async function begin() {
    setPending(true)
    setError(undefined)
    try {
      const answer = await startChange({ flowId })
      if (answer.ok) router.push(paths.setup(answer.data.draftId, 'mapping'))
      else setError(answer.error)
    } catch {
      setError({ code: 'network', retryable: true })
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      {error && <ErrorPanel className="basis-full" error={error} />}
      <Button variant="primary" icon={<Pencil aria-hidden />} isPending={isPending} onPress={() => void begin()}>
        {t('begin')}
      </Button>
    </>
  )
}
