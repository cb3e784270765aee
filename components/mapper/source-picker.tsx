'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Tabs } from '@/components/ui/tabs'
import type { MappingRow } from '@/lib/mapping/mapping-document'
import { rankSources } from '@/lib/mapping/rank-fields'
import { ConstantForm } from './constant-form'
import { ExpressionForm } from './expression/expression-form'
import { fitSentence, sourceTypeWord } from './field-words'
import { FitMark } from './fit-mark'
import { useMapper } from './mapper-context'
import { PickerList, type PickerEntry } from './picker-list'
import { TypeBadge } from './type-badge'

type SourcePickerProps = { targetPath: string; row: MappingRow | undefined; onDone: () => void }

/** What a field gets: a column, a constant, or a calculated field. With a row, that row changes its source. */
export function SourcePicker({ targetPath, row, onDone }: SourcePickerProps) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const [tab, setTab] = useState<string>(row?.sourceType ?? 'ATTRIBUTE')

  function pickColumn(path: string): void {
    if (row) actions.changeSource(row, { sourceType: 'ATTRIBUTE', source: path })
    else actions.link(path, targetPath)
    onDone()
  }
  function write(sourceType: 'STATIC' | 'EXPRESSION', source: string): void {
    if (row) actions.changeSource(row, { sourceType, source })
    else if (sourceType === 'STATIC') actions.setConstant(targetPath, source)
    else actions.setExpression(targetPath, source)
    onDone()
  }

  const own = (kind: MappingRow['sourceType']): string => (row?.sourceType === kind ? row.source : '')
  return (
    <Tabs
      label={t('palette.kind')}
      // Here the ring belongs to the field inside, not to all of it.
      className="outline-none"
      selected={tab}
      onChange={setTab}
      tabs={[
        { id: 'ATTRIBUTE', label: t('kinds.ATTRIBUTE'), content: <ColumnPicker targetPath={targetPath} onPick={pickColumn} /> },
        {
          id: 'STATIC', label: t('kinds.STATIC'),
          content: <ConstantForm targetPath={targetPath} value={own('STATIC')} onWrite={(value) => write('STATIC', value)} />,
        },
        {
          id: 'EXPRESSION', label: t('kinds.EXPRESSION'),
          content: <ExpressionForm targetPath={targetPath} value={own('EXPRESSION')} onWrite={(text) => write('EXPRESSION', text)} />,
        },
      ]}
    />
  )
}

function ColumnPicker({ targetPath, onPick }: { targetPath: string; onPick: (path: string) => void }) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const entries = useMemo(() => {
    const { sourceIndex, targetIndex } = store.get()
    return rankSources(new Set(sourceIndex.values()), targetIndex.get(targetPath), asked).map(({ field, fit }): PickerEntry => ({
      id: field.path,
      isDisabled: fit.level === 'impossible',
      label: (
        <>
          <span className="min-w-0 shrink-0 font-mono text-13">{field.path}</span>
          <TypeBadge type={field.type} word={sourceTypeWord(t, field.type)} />
          <span className="min-w-0 flex-1 truncate text-right font-mono text-12 text-ink-quiet">{field.samples?.[0]}</span>
          <FitMark level={fit.level} className="min-w-24 justify-end" />
        </>
      ),
      note: fit.level === 'impossible' || fit.level === 'lossy' ? fitSentence(t, fit) : undefined,
    }))
  }, [store, targetPath, asked, t])
  return <PickerList label={t('palette.searchSources')} query={query} onQueryChange={setQuery} entries={entries} onPick={onPick} />
}
