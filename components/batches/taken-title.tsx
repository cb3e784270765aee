'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { TextField } from '@/components/ui/text-field'
import type { BatchItem } from '@/lib/batches/batch-view'
import type { BatchActions } from './batch-actions'
import { PressButton } from './press-button'

type TakenTitlesProps = { batchId: string; items: readonly BatchItem[]; retitle: BatchActions['retitle']; onChanged: () => Promise<unknown> }

/** Titles of schemas that something else in the workspace has: mended here once, for all that build the schema. */
export function TakenTitles({ batchId, items, retitle, onChanged }: TakenTitlesProps) {
  const counts = new Map<string, number>()
  for (const { takenTitle } of items) if (takenTitle !== undefined) counts.set(takenTitle, (counts.get(takenTitle) ?? 0) + 1)
  // One alone is mended in its own draft, as its row says.
  return [...counts].filter(([, count]) => count > 1).map(([title, count]) => (
    <TakenTitle key={title} title={title} count={count} onRetitle={(to) => retitle({ batchId, from: title, to })} onChanged={onChanged} />
  ))
}

type TakenTitleProps = { title: string; count: number; onRetitle: (to: string) => ReturnType<BatchActions['retitle']>; onChanged: () => Promise<unknown> }

function TakenTitle({ title, count, onRetitle, onChanged }: TakenTitleProps) {
  const t = useTranslations('batches.page.taken')
  const [next, setNext] = useState(`${title} 2`)
  const [isAsked, setAsked] = useState(false)
  const to = next.trim()
  const problem = to === '' ? t('missing') : to === title ? t('same') : undefined
  return (
    <Callout tone="bad" title={t('title', { title })}>
      <p>{t('body', { count })}</p>
      <div className="mt-3 flex flex-col items-start gap-2">
        <TextField
          label={t('field')} isRequired autoComplete="off" className="w-full sm:w-96" value={next}
          errorMessage={isAsked ? problem : undefined} onChange={setNext}
        />
        <PressButton
          label={t('press', { count })}
          onPress={async () => {
            setAsked(true)
            return problem ? { ok: true, data: undefined } : onRetitle(to)
          }}
          onDone={onChanged}
        />
      </div>
    </Callout>
  )
}
