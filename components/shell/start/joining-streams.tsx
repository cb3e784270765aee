import { cx } from '@/components/ui/cx'

/** A part of a table and of a schema as the first flow meets them. */
const columns = ['Product_Id', 'Product_Name', 'Description', 'Type', 'Category', 'Image_Url', 'updatedAt']

const targets = ['_id', 'productID', 'productName', 'productDescription', 'productImageURL', 'productCategoryName', 'productLastModifiedDate']

/** Rows left and right. */
const links = [
  [0, 0],
  [0, 1],
  [1, 2],
  [2, 3],
  [4, 5],
  [5, 4],
  [6, 6],
] as const

const rowHeight = 28
const middle = (row: number) => row * rowHeight + rowHeight / 2

/** The product in one picture: columns at the left, XDM at the right, curves between. The words beside it say the same. */
export function JoiningStreams({ from, to }: { from: string; to: string }) {
  const linkedLeft = new Set<number>(links.map(([left]) => left))
  return (
    <div aria-hidden className="grid grid-cols-[minmax(0,1fr)_minmax(3.5rem,8rem)_minmax(0,1.25fr)] text-12 select-none">
      <span className="truncate pr-3 pb-2 text-right font-medium text-ink-quiet">{from}</span>
      <span />
      <span className="truncate pb-2 pl-3 font-medium text-ink-quiet">{to}</span>
      <ul className="border-r-2 border-line">
        {columns.map((column, row) => (
          <li
            key={column}
            className={cx('flex h-7 items-center justify-end truncate pr-3 font-mono', linkedLeft.has(row) ? 'text-ink' : 'text-ink-quiet')}
          >
            {column}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 100 ${columns.length * rowHeight}`} preserveAspectRatio="none" className="h-49 w-full text-accent">
        {links.map(([left, right]) => (
          <path
            key={`${left} ${right}`}
            d={`M0 ${middle(left)}C48 ${middle(left)} 52 ${middle(right)} 100 ${middle(right)}`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul className="border-l-2 border-line">
        {targets.map((target) => (
          <li key={target} className="flex h-7 items-center pl-3 font-mono">
            <span className="truncate">{target}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
