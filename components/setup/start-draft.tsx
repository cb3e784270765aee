'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { given } from '@/components/ui/given'
import { Skeleton } from '@/components/ui/skeleton'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { paths, type SetupStep } from '@/lib/paths'

type StartDraftProps = {
  startDraft: (raw: { workspaceId?: string; likeDraftId?: string }) => Promise<ActionAnswer<{ draftId: string; step: SetupStep }>>
  workspaceId?: string
  /** A draft whose source is taken over. */
  likeDraftId?: string
}

/** Makes a draft and goes to its first step that lacks something; on the way back through the history this page is not met again. */
export function StartDraft({ startDraft, workspaceId, likeDraftId }: StartDraftProps) {
  const t = useTranslations('setup.start')
  const router = useRouter()
  const [error, setError] = useState<ExplainedError>()
  const begun = useRef(false)

  const begin = useCallback(async () => {
    setError(undefined)
    try {
      const answer = await startDraft(given({ workspaceId, likeDraftId }))
      if (answer.ok) router.replace(paths.setup(answer.data.draftId, answer.data.step))
      else setError(answer.error)
    } catch {
      setError({ code: 'network', retryable: true })
    }
  }, [likeDraftId, router, startDraft, workspaceId])

  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void begin()
  }, [begin])

  return (
    <div className="page">
      <h1 className="text-20 font-semibold">{t('title')}</h1>
      <div className="mt-4">
        {error ? (
          <ErrorPanel error={error} actions={<Button onPress={() => void begin()}>{t('again')}</Button>} />
        ) : (
          <Skeleton rows={4} label={t('title')} />
        )}
      </div>
    </div>
  )
}
