'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioCards } from '@/components/ui/radio-cards'
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
    <div className="max-h-[38dvh] overflow-auto rounded-md border border-line">
      <table className="w-full border-collapse text-left text-12">
        <thead className="sticky top-0 bg-surface-2 text-ink-quiet">
          <tr>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('exchange.difference')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('list.target')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('exchange.here')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('exchange.there')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={one.destination} className="border-t border-line align-top">
              <td className="px-2 py-1.5 whitespace-nowrap">{t(`exchange.kinds.${one.kind}`)}</td>
              <th scope="row" className="px-2 py-1.5 font-normal"><PathText path={one.destination} /></th>
              <td className="px-2 py-1.5"><SourceText row={'ours' in one ? one.ours : undefined} /></td>
              <td className="px-2 py-1.5"><SourceText row={'theirs' in one ? one.theirs : undefined} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
