import { memo } from 'react'
import { cx } from '@/components/ui/cx'

/**
 * Lucide's drawings of what stands in every row, each as a single path. A row is made again with every turn of the
 * wheel, and an icon of several shapes costs as much as all of its words. (Lucide, ISC License, copyright (c) Lucide
 * Contributors; permission to use, copy, modify and distribute it is granted, without warranty.)
 */
const drawings = {
  text: 'M12 4v16M4 7V5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v2M9 20h6',
  hash: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  toggle: 'M6 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M9 5h6a7 7 0 0 1 0 14H9A7 7 0 0 1 9 5z',
  calendar: 'M8 2v3M16 2v3M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM3 9h18',
  clock: 'M16 14v2.2l1.6 1M16 2v3M21 7.338V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h2.338M3 9h5.859M8 2v3M10 16a6 6 0 1 0 12 0 6 6 0 1 0-12 0',
  braces: 'M8 3H7a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2 2 2 0 0 1 2 2v5c0 1.1.9 2 2 2h1M16 21h1a2 2 0 0 0 2-2v-5c0-1.1.9-2 2-2a2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1',
  brackets: 'M16 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-3M8 21H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h3',
  list: 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13',
  question: 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M9 9.5a3 2.5 0 0 1 6 0c0 2-2 2-3 3.5M12 17h.01',
  alert: 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  arrowLeft: 'm12 19-7-7 7-7M19 12H5',
  right: 'm9 18 6-6-6-6',
  down: 'm6 9 6 6 6-6',
} as const

export type DrawingName = keyof typeof drawings

/** An icon in a row; `label` where no word stands beside it. */
export const Drawing = memo(function Drawing({ name, label, className }: { name: DrawingName; label?: string | undefined; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24" className={cx('lucide fill-none stroke-current [stroke-linecap:round] [stroke-linejoin:round]', className)}
      {...(label === undefined ? { 'aria-hidden': true } : { 'role': 'img', 'aria-label': label })}
    >
      <path d={drawings[name]} />
    </svg>
  )
})
