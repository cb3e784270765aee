'use client'

import { useTranslations } from 'next-intl'
import { useState, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { StateBadge } from '@/components/ui/state-badge'
import { DataTable } from '@/components/ui/table'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { sampleText, sourceTypeOf } from '@/lib/mapping/source-fields'

type ColumnTableProps = {
  columns: readonly SourceColumn[]
  rows: readonly Record<string, unknown>[]
  out: ReadonlySet<string>
  deltaColumn: string | undefined
  /** What each column is mapped to so far. */
  destinations: ReadonlyMap<string, readonly string[]>
  onChoose: (names: readonly string[], isChosen: boolean) => void
}

/** What the connector itself calls the type, beside the human word for it. */
function rawType(column: SourceColumn): string {
  const { xdm } = column
  const format = column['meta:xdmType'] ?? xdm?.format
  return format && format !== column.type ? `${column.type} · ${format}` : column.type
}

function firstSample(rows: readonly Record<string, unknown>[], name: string): string | undefined {
  for (const row of rows) {
    const text = sampleText(row[name])
    if (text !== undefined) return text
  }
  return undefined
}

/** A table's columns with their types and one value each, every one chosen or left out. */
export function ColumnTable({ columns, rows, out, deltaColumn, destinations, onChoose }: ColumnTableProps) {
  const t = useTranslations('setup.data')
  const [stop, setStop] = useState<string>()
  const isThere = columns.some(({ name }) => name === stop && name !== deltaColumn)
  const tabStop = isThere ? stop : columns.find(({ name }) => name !== deltaColumn)?.name
  return (
    <DataTable
      label={t('columns', { count: columns.length })}
      className="max-h-[32rem]"
      rows={columns}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'take',
          header: <span className="sr-only">{t('take')}</span>,
          width: '2.25rem',
          cell: ({ name }) => (
            <input
              type="checkbox"
              data-column={name}
              checked={!out.has(name)}
              disabled={name === deltaColumn}
              tabIndex={name === tabStop ? 0 : -1}
              onFocus={() => setStop(name)}
              onKeyDown={moveFocus}
              onChange={(event) => onChoose([name], event.target.checked)}
              aria-label={t('takeColumn', { name })}
              className="block size-4 accent-accent focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
            />
          ),
        },
        {
          key: 'name',
          header: t('column'),
          isRowHeader: true,
          cell: ({ name }) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <code className={cx('text-12 font-medium', out.has(name) && 'text-ink-quiet')}>{name}</code>
              <Marks isDelta={name === deltaColumn} paths={destinations.get(name) ?? []} isOut={out.has(name)} />
            </span>
          ),
        },
        { key: 'type', header: t('type'), cell: (column) => t(`types.${sourceTypeOf(column)}`), className: 'whitespace-nowrap' },
        {
          key: 'raw',
          header: t('rawType'),
          isMono: true,
          hideBelow: 'md',
          cell: (column) => <span className="text-ink-quiet">{rawType(column)}</span>,
          className: 'whitespace-nowrap',
        },
        {
          key: 'sample',
          header: t('sample'),
          cell: ({ name }) => {
            const sample = firstSample(rows, name)
            if (sample === undefined) return <span className="text-ink-quiet italic">{t('noValue')}</span>
            return <span title={sample} className="block max-w-72 truncate">{sample}</span>
          },
        },
      ]}
    />
  )
}

function Marks({ isDelta, paths, isOut }: { isDelta: boolean; paths: readonly string[]; isOut: boolean }) {
  const t = useTranslations('setup.data')
  const [path] = paths
  return (
    <>
      {isDelta && <StateBadge tone="info">{t('isDelta')}</StateBadge>}
      {path !== undefined && (
        <StateBadge tone={isOut ? 'warn' : 'quiet'}>{paths.length > 1 ? t('mappedToMany', { count: paths.length }) : t('mappedTo', { path })}</StateBadge>
      )}
    </>
  )
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }

/** A thousand boxes are one stop of Tab: arrows go on from there, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLInputElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const boxes = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-column]:not(:disabled)') ?? [])]
  const at = boxes.indexOf(event.currentTarget)
  event.preventDefault()
  boxes[Math.min(Math.max(at + step, 0), boxes.length - 1)]?.focus()
}
