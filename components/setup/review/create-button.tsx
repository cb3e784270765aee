'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { expectedView } from '@/components/create/expected-view'
import { provisioningKey } from '@/components/create/use-provisioning'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import type { ExplainedError } from '@/lib/explained-error'
import { completeDraft } from '@/lib/flows/complete-draft'
import { staysDraft } from '@/lib/flows/source-facts'
import { findProblems } from '@/lib/flows/step-problems'
import { paths } from '@/lib/paths'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import { useDraft, useSetup } from '../draft/setup-provider'
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
  const { draftId, store, actions, workspaces } = useSetup()
  const { answers } = useDraft()
  const reads = useQueryClient()
  const router = useRouter()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()

  /** The next page shows the same graph at once, waiting; of a flow that is known already it shows what is known. */
  function expect(flowId: string) {
    const complete = completeDraft(store.getState().answers)
    if (!complete.ok) return
    const workspace = workspaces.find(({ id }) => id === complete.data.workspaceId)
    if (!workspace) return
    const expected = expectedView({ flowId, draftId, draft: complete.data, workspace })
    reads.setQueryData<ProvisioningView>(provisioningKey(flowId), (known) => known ?? expected)
  }

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
      if (!answer.ok) return setError(answer.error)
      expect(answer.data.flowId)
      router.push(paths.setup(draftId, 'create'))
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
        {t(staysDraft(answers) ? 'review.createDraft' : 'review.create')}
      </Button>
    </>
  )
}
