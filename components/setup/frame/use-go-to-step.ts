'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useTransition } from 'react'
import { announce } from '@/components/ui/live-region'
import { paths, type SetupStep } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'

/** Goes to a step after everything is saved, because the server opens a step by what it has. Stays, and says so, when it cannot. */
export function useGoToStep() {
  const t = useTranslations('setup')
  const { draftId, store } = useSetup()
  const router = useRouter()
  const [isGoing, start] = useTransition()
  const goTo = useCallback(
    async (step: SetupStep) => {
      if (!(await store.flush(step))) {
        announce(t('draft.notSavedStay'), 'assertive')
        return
      }
      start(() => router.push(paths.setup(draftId, step)))
    },
    [draftId, router, store, t],
  )
  return { goTo, isGoing }
}
