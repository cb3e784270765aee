import type { ReactNode } from 'react'
import { cx } from './cx'

export type EmptyStateProps = { title: ReactNode; body: ReactNode; action?: ReactNode; icon?: ReactNode; className?: string }

/** What would be here, why it is empty, and the one next action. */
export function EmptyState({ title, body, action, icon, className }: EmptyStateProps) {
  return (
    <div className={cx('rounded-md border border-dashed border-line-strong px-6 py-8', className)}>
      {icon && <div className="mb-3 text-ink-quiet">{icon}</div>}
      <p className="text-14 font-semibold">{title}</p>
      <p className="measure mt-1 text-14 text-ink-quiet">{body}</p>
      {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
