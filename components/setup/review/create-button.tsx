'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import type { ExplainedError } from '@/lib/explained-error'
import { findProblems } from '@/lib/flows/step-problems'
import { paths } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'

type CreateButtonProps = {
  /** Something on the page must be seen to first; the press leads there. */
  isBlocked: boolean
  /** Shows what is wrong beside the fields; false stops. */
  beforeCreate: () => Promise<boolean>
}

/** The one press that makes everything. The draft is saved first; pressed twice, there is still one flow. */
export function CreateButton({ isBlocked, beforeCreate }: CreateButtonProps) {
  const t = useTranslations('setup')
  const { draftId, store, actions } = useSetup()
  const router = useRouter()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()

  async function create() {
    setError(undefined)
    const isValid = await beforeCreate()
    const [problem] = findProblems(store.getState().answers)
    if (!isValid || problem || isBlocked) {
      document.getElementById(fieldId(isBlocked ? 'start' : 'name'))?.focus()
      announce(isBlocked ? t('review.startPassed') : t('review.lacking'), 'assertive')
      return
    }
    setPending(true)
    try {
      if (!(await store.flush('create'))) return announce(t('draft.notSavedStay'), 'assertive')
      const answer = await actions.createFlow({ draftId })
      if (answer.ok) router.push(paths.setup(draftId, 'create'))
      else setError(answer.error)
    } catch {
      setError({ code: 'network', retryable: true })
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      {error && <ErrorPanel className="order-first basis-full" error={error} />}
      <Button variant="primary" isPending={isPending} onPress={() => void create()}>
        {t('review.create')}
      </Button>
    </>
  )
}
