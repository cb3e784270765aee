'use client'

import { ChevronLeft, ChevronRight, FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Switch } from '@/components/ui/switch'
import { mappingTest } from '@/lib/mapping/mapping-test'
import { countCells, previewRecord } from '@/lib/mapping/preview-document'
import { useMapper, useMapperState } from '../mapper-context'
import { PreviewTable } from './preview-table'

const previewedRows = 20

type PreviewDialogProps = { isOpen: boolean; onClose: () => void; onShowLink: (rowId: string) => void }

/** The sample rows through the whole mapping: what goes in, what comes out, and what did not come through. */
export function PreviewDialog({ isOpen, onClose, onShowLink }: PreviewDialogProps) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('preview.dialog')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Preview onShowLink={onShowLink} />}
    </Dialog>
  )
}

function Preview({ onShowLink }: Pick<PreviewDialogProps, 'onShowLink'>) {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const document = useMapperState((state) => state.document)
  const rows = useMapperState((state) => state.sampleRows)
  const [nowMs] = useState(() => Date.now())
  const [at, setAt] = useState(0)
  const [onlyMarked, setOnlyMarked] = useState(false)
  const previews = useMemo(
    () => rows.slice(0, previewedRows).map((row) => previewRecord(document, row, store.get(), nowMs)), [rows, document, store, nowMs],
  )
  const counts = useMemo(() => countCells(previews), [previews])
  const shown = previews[Math.min(at, previews.length - 1)]
  if (!shown) return <EmptyState title={t('preview.noRowsTitle')} body={t('preview.noRowsBody')} />
  const keepTest = (row: Readonly<Record<string, unknown>>) => {
    // As JSON, which is all that a document can hold.
    const plain = mappingTest.shape.row.parse(JSON.parse(JSON.stringify(row)))
    actions.keepTest(plain, t('tests.named', { number: (document.tests?.length ?? 0) + 1, row: at + 1 }), nowMs)
  }
  if (document.rows.length === 0) return <EmptyState title={t('preview.noLinksTitle')} body={t('preview.noLinksBody')} />
  const refused = previews.filter(({ refusedBy }) => refusedBy.length > 0).length
  const failed = [...counts.values()].reduce((sum, count) => sum + count.failed, 0)
  const lost = [...counts.values()].reduce((sum, count) => sum + count.lost, 0)
  return (
    <div className="flex flex-col gap-4">
      <Callout tone={refused > 0 ? 'bad' : failed + lost > 0 ? 'warn' : 'good'} className="px-3 py-2 text-13">
        {t('preview.summary', { rows: previews.length, refused, failed, lost })}
      </Callout>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex items-center gap-2">
          <IconButton label={t('preview.before')} icon={<ChevronLeft aria-hidden />} isBordered isDisabled={at === 0} onPress={() => setAt(at - 1)} />
          <output className="min-w-28 text-center text-13 tabular-nums">{t('preview.rowOf', { row: at + 1, count: previews.length })}</output>
          <IconButton
            label={t('preview.next')} icon={<ChevronRight aria-hidden />} isBordered isDisabled={at >= previews.length - 1}
            onPress={() => setAt(at + 1)}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Switch label={t('preview.onlyMarked')} value={onlyMarked} onChange={setOnlyMarked} />
          <Button size="small" icon={<FlaskConical aria-hidden />} onPress={() => keepTest(shown.source)}>{t('preview.keepTest')}</Button>
        </div>
      </div>
      {shown.refusedBy.length > 0 && (
        <p className="text-13 text-bad">{t('preview.refusedBy', { paths: shown.refusedBy.join(', ') })}</p>
      )}
      <PreviewTable preview={shown} counts={counts} total={previews.length} onlyMarked={onlyMarked} onShowLink={onShowLink} />
      <div className="grid gap-4 md:grid-cols-2">
        <Record title={t('preview.sourceRow')} value={shown.source} />
        <Record title={t('preview.xdmRow')} value={shown.record} />
      </div>
    </div>
  )
}

function Record({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-13 font-medium">{title}</h3>
      <CodeBlock code={JSON.stringify(value, null, 2)} label={title} language="JSON" />
    </div>
  )
}
