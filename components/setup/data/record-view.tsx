'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { ScrollBox } from '@/components/ui/scroll-box'

/** Records as the account has them, one at a time, as JSON. */
export function RecordView({ rows }: { rows: readonly Record<string, unknown>[] }) {
  const t = useTranslations('setup.data')
  const [index, setIndex] = useState(0)
  const at = Math.min(index, rows.length - 1)
  if (rows.length === 0) return <EmptyState title={t('noRecordsTitle')} body={t('noRecordsBody')} />
  return (
    <div className="rounded-md border border-line bg-surface-1">
      <div className="flex items-center gap-2 border-b border-line px-3 py-1">
        <p role="status" className="flex-1 text-12 text-ink-quiet tabular-nums">
          {t('recordOf', { at: at + 1, of: rows.length })}
        </p>
        <IconButton label={t('recordBefore')} icon={<ChevronLeft aria-hidden />} isDisabled={at === 0} onPress={() => setIndex(at - 1)} />
        <IconButton label={t('recordAfter')} icon={<ChevronRight aria-hidden />} isDisabled={at === rows.length - 1} onPress={() => setIndex(at + 1)} />
      </div>
      <ScrollBox label={t('recordLabel', { at: at + 1 })} className="max-h-[26rem]">
        <pre className="px-3 py-2 font-mono text-12 whitespace-pre-wrap break-words">{JSON.stringify(rows[at], null, 2)}</pre>
      </ScrollBox>
    </div>
  )
}
