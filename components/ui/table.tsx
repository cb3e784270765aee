import type { ReactNode } from 'react'
import { cx } from './cx'
import { ScrollBox } from './scroll-box'

export type DataColumn<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand under each other at the end. */
  align?: 'start' | 'end'
  /** The cell that names its row. */
  isRowHeader?: boolean
  /** Any CSS width; without one the column takes what its content needs. */
  width?: string
  isMono?: boolean
  className?: string
  /** Leaves the column out on screens narrower than this. */
  hideBelow?: 'sm' | 'md' | 'lg' | 'xl'
}

const hidden = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' }

export type DataTableProps<Row> = {
  /** What the table lists; read by screen readers, not drawn. */
  label: string
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Stands in the table's place when there are no rows. */
  empty?: ReactNode
  /** e.g. `max-h-96` to scroll its rows inside itself under a head that stays. */
  className?: string
  /** On a phone each row becomes a block of its own: what names it first, the rest below. For cells with sentences and buttons. */
  isStacked?: boolean
}

/** A plain table: the head stays in sight, and a wide one scrolls inside its own box. */
export function DataTable<Row>({ label, columns, rows, rowKey, empty, className, isStacked = false }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  // Laid out as blocks, a table is one no longer for some browsers: then its parts say themselves what they are.
  const role = (name: string) => (isStacked ? { role: name } : {})
  return (
    <ScrollBox label={label} className={cx('rounded-md border border-line bg-surface-1', className)}>
      <table {...role('table')} className={cx('w-full border-separate border-spacing-0 text-13', isStacked && 'max-sm:block')}>
        <caption className="sr-only">{label}</caption>
        <thead {...role('rowgroup')} className={cx(isStacked && 'max-sm:sr-only')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...role('columnheader')}
                style={column.width ? { width: column.width } : undefined}
                className={cx(
                  'sticky top-0 z-10 h-8 border-b border-line bg-surface-2 px-3 font-medium whitespace-nowrap text-ink-quiet',
                  column.align === 'end' ? 'text-right' : 'text-left',
                  column.hideBelow && hidden[column.hideBelow],
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')} className={cx('[&>tr:last-child>*]:border-b-0', isStacked && 'max-sm:block max-sm:divide-y max-sm:divide-line')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...role('row')} className={cx('hover:bg-surface-2', isStacked && stackedRow)}>
              {columns.map((column) => (
                <DataCell key={column.key} column={column} role={isStacked ? (column.isRowHeader ? 'rowheader' : 'cell') : undefined}>
                  {column.cell(row)}
                </DataCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const stackedRow = 'max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:py-1 max-sm:*:h-auto max-sm:*:border-b-0 max-sm:*:first:grow max-sm:*:first:basis-3/5 max-sm:*:last:basis-full max-sm:[&>td:empty]:hidden'

type DataCellProps<Row> = { column: DataColumn<Row>; role: 'rowheader' | 'cell' | undefined; children: ReactNode }

function DataCell<Row>({ column, role, children }: DataCellProps<Row>) {
  const style = cx(
    'h-8 border-b border-line px-3 py-1 pointer-coarse:h-10',
    column.align === 'end' ? 'text-right tabular-nums' : 'text-left',
    column.isMono && 'font-mono text-12',
    column.hideBelow && hidden[column.hideBelow],
    column.className,
  )
  return column.isRowHeader ? (
    <th scope="row" role={role} className={cx(style, 'font-medium')}>
      {children}
    </th>
  ) : (
    <td role={role} className={style}>{children}</td>
  )
}
