'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioCards } from '@/components/ui/radio-cards'
import { DataTable } from '@/components/ui/table'
import { compareMappings, takeOver, type MappingDifference, type TakeOver } from '@/lib/mapping/exchange/compare-mappings'
import { knownRows } from '@/lib/mapping/exchange/known-rows'
import type { MappingDocument, MappingRow } from '@/lib/mapping/mapping-document'
import { useMapper, useMapperState } from '../mapper-context'
import { PathText } from '../path-text'

type ComparisonProps = { name: string; theirs: MappingDocument; skipped: number; onBack: () => void; onDone: () => void }

const ways: readonly TakeOver[] = ['missing', 'theirs', 'replace']

/** What another mapping has more, less and otherwise, and what taking it over would do. */
export function Comparison({ name, theirs: whole, skipped, onBack, onDone }: ComparisonProps) {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const document = useMapperState((state) => state.document)
  const [how, setHow] = useState<TakeOver>(document.rows.length === 0 ? 'theirs' : 'missing')
  const [isKnownOnly, setKnownOnly] = useState(true)
  const known = useMemo(() => knownRows(whole, store.get()), [store, whole])
  const strangers = whole.rows.length - known.rows.length
  const theirs = isKnownOnly ? known : whole
  const differences = useMemo(() => compareMappings(document, theirs), [document, theirs])
  const after = useMemo(() => takeOver(document, theirs, how), [document, theirs, how])
  return (
    <div className="flex flex-col gap-4">
      <p className="text-13 text-ink-quiet">{t('exchange.compared', { name, count: theirs.rows.length, same: theirs.rows.length - differences.filter(({ kind }) => kind !== 'removed').length })}</p>
      {skipped > 0 && <Callout tone="warn">{t('exchange.skipped', { count: skipped })}</Callout>}
      {strangers > 0 && (
        <Callout tone="warn" actions={<Checkbox label={t('exchange.leaveOut', { count: strangers })} value={isKnownOnly} onChange={setKnownOnly} />}>
          {t('exchange.strangers', { count: strangers })}
        </Callout>
      )}
      {differences.length === 0 ? <Callout tone="good">{t('exchange.same')}</Callout> : <Differences differences={differences} />}
      {differences.length > 0 && document.rows.length > 0 && (
        <RadioCards
          label={t('exchange.how')} value={how} onChange={(value) => setHow(ways.find((way) => way === value) ?? 'missing')}
          options={ways.map((way) => ({ value: way, label: t(`exchange.ways.${way}`), description: t(`exchange.wayHints.${way}`) }))}
        />
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onBack}>{t('exchange.back')}</Button>
        <Button
          variant="primary" isDisabled={after === document}
          onPress={() => {
            actions.importMapping(after, name)
            onDone()
          }}
        >
          {t('exchange.take')}
        </Button>
      </div>
    </div>
  )
}

function Differences({ differences }: { differences: readonly MappingDifference[] }) {
  const t = useTranslations('mapper')
  return (
    <DataTable
      label={t('exchange.differences')} className="max-h-[38dvh]" rows={differences} rowKey={({ destination }) => destination}
      columns={[
        { key: 'kind', header: t('exchange.difference'), cell: ({ kind }) => <span className="whitespace-nowrap">{t(`exchange.kinds.${kind}`)}</span> },
        { key: 'target', header: t('list.target'), isRowHeader: true, cell: ({ destination }) => <span className="font-normal"><PathText path={destination} /></span> },
        { key: 'here', header: t('exchange.here'), cell: (one) => <SourceText row={'ours' in one ? one.ours : undefined} /> },
        { key: 'there', header: t('exchange.there'), cell: (one) => <SourceText row={'theirs' in one ? one.theirs : undefined} /> },
      ]}
    />
  )
}

function SourceText({ row }: { row: MappingRow | undefined }) {
  const t = useTranslations('mapper')
  if (!row) return <span className="text-ink-quiet">{t('preview.nothing')}</span>
  return (
    <span className="font-mono wrap-anywhere">
      {row.sourceType !== 'ATTRIBUTE' && <span className="font-sans text-ink-quiet">{t(`kinds.${row.sourceType}`)} </span>}
      {row.source}
    </span>
  )
}
