import { cx } from './cx'

/** The mark: two lines that become one. Drawn beside the name, so it has none of its own. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className={cx('size-6 shrink-0 text-accent', className)}>
      <path d="M2.5 5.5c7 0 6.5 6.5 12 6.5h7" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
      <path d="M2.5 18.5c7 0 6.5-6.5 12-6.5" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
    </svg>
  )
}
