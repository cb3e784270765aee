'use client'

import { ArrowRight, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { MappingRow } from '@/lib/mapping/mapping-document'
import { previewValue, type ValuePreview } from '@/lib/mapping/preview-value'
import { whyNothing } from '@/lib/mapping/problem-sentence'
import { useMapper, useMapperState } from './mapper-context'

const shownRows = 5

/** The sample rows before and after; where nothing comes out, why. */
export function ValuePreviewList({ row, targetPath }: { row: MappingRow; targetPath: string }) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const rows = useMapperState((state) => state.sampleRows)
  // One clock for the list, so that `now()` is the same in all rows.
  const [nowMs] = useState(() => Date.now())
  const previews = useMemo(() => {
    const field = store.get().targetIndex.get(targetPath)
    return field ? rows.slice(0, shownRows).map((record) => previewValue(row, field, record, nowMs)) : []
  }, [store, rows, row, targetPath, nowMs])
  if (previews.length === 0) return null
  const hasBefore = row.sourceType === 'ATTRIBUTE'
  return (
    <div>
      <h4 className="text-12 font-medium text-ink-quiet">{t('preview.title', { count: previews.length })}</h4>
      <ul className="mt-1 flex flex-col divide-y divide-line rounded-md border border-line">
        {previews.map((preview, index) => (
          <li key={index} className="flex min-w-0 items-center gap-2 px-2 py-1 font-mono text-12">
            {hasBefore && (
              <>
                <span className="min-w-0 flex-1 truncate text-ink-quiet" title={preview.before}>{preview.before ?? t('preview.nothing')}</span>
                <ArrowRight aria-hidden className="size-3 text-ink-quiet" />
              </>
            )}
            <span className="min-w-0 flex-1 truncate"><PreviewAfter preview={preview} /></span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The value that comes out, or why none does. */
export function PreviewAfter({ preview }: { preview: ValuePreview }) {
  const t = useTranslations('mapper')
  const why = whyNothing(t, preview)
  if (why !== undefined) {
    return (
      <span title={why} className="inline-flex max-w-full items-center gap-1 font-sans text-warn">
        <TriangleAlert aria-hidden className="size-3.5" />
        <span className="truncate">{why}</span>
      </span>
    )
  }
  if (preview.lost !== undefined) {
    return (
      <span title={t(`lost.${preview.lost}`)} className="inline-flex max-w-full items-center gap-1 text-warn">
        <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{preview.after}</span>
        <span className="sr-only">{t(`lost.${preview.lost}`)}</span>
      </span>
    )
  }
  if (preview.after === undefined) return <span className="font-sans text-ink-quiet">{t('preview.nothing')}</span>
  return <span title={preview.after}>{preview.after}</span>
}
