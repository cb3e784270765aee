'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'

type ChangeButtonsProps = {
  flowId: string
  /** Something differs, and nothing stands in the way. */
  isPossible: boolean
  /** Shows what is wrong beside the fields; false stops. */
  beforeChange: () => Promise<boolean>
}

/** The press that changes the flow, and the one that lets everything be as it is. */
export function ChangeButtons({ flowId, isPossible, beforeChange }: ChangeButtonsProps) {
  const t = useTranslations('setup')
  const { draftId, store, actions } = useSetup()
  const router = useRouter()
  const [pending, setPending] = useState<'apply' | 'discard'>()
  const [error, setError] = useState<ExplainedError>()

  async function ask(what: 'apply' | 'discard', act: (raw: { draftId: string }) => Promise<ActionAnswer<unknown>>) {
    setError(undefined)
    setPending(what)
    try {
      const answer = await act({ draftId })
      if (answer.ok) router.push(paths.flowDefinition(flowId))
      else setError(answer.error)
    } catch {
      setError({ code: 'network', retryable: true })
    } finally {
      setPending(undefined)
    }
  }

  async function apply() {
    if (!(await beforeChange())) return document.getElementById(fieldId('name'))?.focus()
    if (!(await store.flush('review'))) return announce(t('draft.notSavedStay'), 'assertive')
    await ask('apply', actions.changeFlow)
  }

  return (
    <>
      {error && <ErrorPanel className="order-first basis-full" error={error} />}
      <span className="flex flex-wrap gap-2">
        <Button icon={<Trash2 aria-hidden />} isPending={pending === 'discard'} onPress={() => void ask('discard', actions.discardDraft)}>
          {t('change.discard')}
        </Button>
        <Button variant="primary" isDisabled={!isPossible} isPending={pending === 'apply'} onPress={() => void apply()}>
          {t('change.apply')}
        </Button>
      </span>
    </>
  )
}
