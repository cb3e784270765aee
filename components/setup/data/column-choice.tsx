'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SearchField } from '@/components/ui/search-field'
import { chooseColumns, destinationsByColumn } from '@/lib/flows/choose-columns'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { ColumnTable } from './column-table'

type ColumnChoiceProps = { columns: readonly SourceColumn[]; rows: readonly Record<string, unknown>[] }

/** From here on a search field is worth its place. */
const searchFrom = 8

/** Which of a table's columns are read, with their types and one value each. */
export function ColumnChoice({ columns, rows }: ColumnChoiceProps) {
  const t = useTranslations('setup.data')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('data')
  const [query, setQuery] = useState('')
  const search = useDeferredValue(query.trim().toLowerCase())
  const { leftOut = [], deltaColumn } = answers.data ?? {}
  const out = useMemo(() => new Set(leftOut), [leftOut])
  const destinations = useMemo(() => destinationsByColumn(columns, answers.mapping?.document), [answers.mapping?.document, columns])
  const found = useMemo(() => columns.filter(({ name }) => name.toLowerCase().includes(search)), [columns, search])

  function choose(names: readonly string[], isChosen: boolean) {
    const { data } = store.getState().answers
    if (data) store.update('data', chooseColumns(data, columns, names, isChosen))
  }

  const names = found.map(({ name }) => name)
  const chosen = columns.length - columns.filter(({ name }) => out.has(name)).length
  const problem = problemOf('columns')
  return (
    <div id={fieldId('columns')} tabIndex={-1} className="flex flex-col gap-2">
      {columns.length >= searchFrom && <SearchField label={t('searchColumns')} value={query} onChange={setQuery} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="mr-auto text-13 text-ink-quiet">
          {t('columnsChosen', { chosen, of: columns.length })}
          {search && ` · ${t('columnsFound', { count: found.length })}`}
        </p>
        <Button size="small" variant="quiet" isDisabled={names.every((name) => !out.has(name))} onPress={() => choose(names, true)}>
          {t(search ? 'takeFound' : 'takeAll')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          isDisabled={names.every((name) => out.has(name) || name === deltaColumn)}
          onPress={() => choose(names, false)}
        >
          {t(search ? 'leaveFound' : 'leaveAll')}
        </Button>
      </div>
      {problem && <Callout tone="bad">{problem}</Callout>}
      <StillMapped destinations={destinations} out={out} onTakeBack={(left) => choose(left, true)} />
      {found.length === 0 ? (
        <Callout tone="quiet">{t('noColumnFound', { query: query.trim() })}</Callout>
      ) : (
        <ColumnTable columns={found} rows={rows} out={out} deltaColumn={deltaColumn} destinations={destinations} onChoose={choose} />
      )}
    </div>
  )
}

/** How many links are named before the rest is counted. */
const namedLinks = 5

type StillMappedProps = { destinations: ReadonlyMap<string, readonly string[]>; out: ReadonlySet<string>; onTakeBack: (names: string[]) => void }

/** Leaving out what is mapped is allowed, and said. */
function StillMapped({ destinations, out, onTakeBack }: StillMappedProps) {
  const t = useTranslations('setup.data')
  const mapped = [...destinations].filter(([name]) => out.has(name))
  if (mapped.length === 0) return null
  const links = mapped.flatMap(([name, paths]) => paths.map((path) => `${name} → ${path}`))
  const rest = links.length - namedLinks
  const named = [...links.slice(0, namedLinks), ...(rest > 0 ? [t('stillMapped.more', { count: rest })] : [])]
  return (
    <Callout
      tone="warn"
      role="status"
      title={t('stillMapped.title', { count: mapped.length })}
      actions={
        <Button size="small" onPress={() => onTakeBack(mapped.map(([name]) => name))}>
          {t('stillMapped.takeBack')}
        </Button>
      }
    >
      {t('stillMapped.body', { links: named.join(', ') })}
    </Callout>
  )
}
