'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ProgressLine } from '@/components/ui/progress-line'
import type { MappingSuggestion, SuggestProgress } from '@/lib/mapping/suggest/suggest-mapping'
import { useMapper } from '../mapper-context'
import { SuggestionList } from './suggestion-list'

/** Proposals for what has no link yet, each with its score and reason; nothing is taken unseen. */
export function SuggestDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('suggest.title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Suggestions onClose={onClose} />}
    </Dialog>
  )
}

/** Asked once when the dialog opens; closing it stops the search. */
function Suggestions({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mapper')
  const { store, helper } = useMapper()
  const [progress, setProgress] = useState<SuggestProgress>()
  const [all, setAll] = useState<readonly MappingSuggestion[]>()
  useEffect(() => {
    const stop = new AbortController()
    const { document } = store.get()
    void helper.ask(store.get(), { about: 'everything', document }, { onProgress: setProgress, signal: stop.signal }).then((found) => found && setAll(found))
    return () => stop.abort()
  }, [store, helper])

  if (!all) return <Searching progress={progress} onCancel={onClose} />
  if (all.length === 0) return <EmptyState title={t('suggest.noneTitle')} body={t('suggest.noneBody')} />
  return <SuggestionList all={all} onClose={onClose} />
}

function Searching({ progress, onCancel }: { progress: SuggestProgress | undefined; onCancel: () => void }) {
  const t = useTranslations('mapper')
  return (
    <div className="flex min-h-24 flex-col gap-4">
      <ProgressLine label={t('suggest.searching')} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      <div className="flex justify-end"><Button onPress={onCancel}>{t('suggest.stop')}</Button></div>
    </div>
  )
}
