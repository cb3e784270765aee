'use client'

import { useTranslations } from 'next-intl'
import { Switch } from '@/components/ui/switch'
import { useDraft, useSetup } from '../draft/setup-provider'

/** Keeps the flow in Adobe as a draft. Shown only where both specifications say that they support it. */
export function DraftSwitch() {
  const t = useTranslations('setup.review')
  const { store, changes } = useSetup()
  const { answers } = useDraft()
  // A flow that exists is published from its own page, and never becomes a draft again.
  if (changes || answers.schedule?.supportsDrafts !== true) return null
  return (
    <Switch
      className="mt-4 max-w-3xl"
      label={t('asDraft')}
      description={t('asDraftHint')}
      value={answers.review?.asDraft === true}
      onChange={(asDraft) => store.update('review', { ...store.getState().answers.review, asDraft })}
    />
  )
}
