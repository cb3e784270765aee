'use client'

import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { DataTable } from '@/components/ui/table'
import { runTests, type TestResult } from '@/lib/mapping/mapping-test'
import { useMapper, useMapperState } from '../mapper-context'
import { PathText } from '../path-text'

/** Rows kept with what should come out of them: run anew with every edit. */
export function TestsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('tests.title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Tests />}
    </Dialog>
  )
}

function Tests() {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const document = useMapperState((state) => state.document)
  const results = useMemo(() => runTests(document, store.get()), [document, store])
  if (results.length === 0) return <EmptyState title={t('tests.emptyTitle')} body={t('tests.emptyBody')} />
  return <ul className="flex flex-col divide-y divide-line rounded-md border border-line">{results.map((result) => <TestItem key={result.test.id} result={result} />)}</ul>
}

function TestItem({ result: { test, differences } }: { result: TestResult }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const isPassed = differences.length === 0
  return (
    <li className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        {isPassed ? <CircleCheck aria-hidden className="size-4 text-good" /> : <CircleX aria-hidden className="size-4 text-bad" />}
        <span className="min-w-0 flex-1 text-13 font-medium">{test.name}</span>
        <span className="text-12 text-ink-quiet">
          {isPassed ? t('tests.passed', { count: Object.keys(test.expected).length }) : t('tests.failed', { count: differences.length })}
        </span>
        {!isPassed && <Button size="small" onPress={() => actions.acceptTest(test)}>{t('tests.accept')}</Button>}
        <Button size="small" variant="quiet" onPress={() => actions.removeTest(test)} aria-label={t('tests.removeName', { name: test.name })}>{t('tests.remove')}</Button>
      </div>
      {!isPassed && (
        <DataTable
          label={t('tests.differences', { name: test.name })} rows={differences} rowKey={({ destination }) => destination}
          columns={[
            { key: 'target', header: t('list.target'), isRowHeader: true, cell: ({ destination }) => <span className="font-normal"><PathText path={destination} /></span> },
            { key: 'expected', header: t('tests.expected'), isMono: true, cell: ({ expected }) => <span className="wrap-anywhere">{valueText(expected)}</span> },
            { key: 'actual', header: t('tests.actual'), isMono: true, cell: ({ actual }) => <span className="wrap-anywhere text-bad">{valueText(actual)}</span> },
          ]}
        />
      )}
    </li>
  )
}

/** A value as JSON writes it; nothing is null. */
const valueText = (value: unknown): string => JSON.stringify(value) ?? 'null'
