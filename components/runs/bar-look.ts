import { cx } from '@/components/ui/cx'
import type { RunBar } from '@/lib/monitoring/flow-views'

export type BarKind = 'good' | 'loss' | 'failed' | 'running' | 'unknown'

/** How a run is drawn: a success that lost rows looks like a loss. */
export function barKind({ status, failed = 0, hasErrors }: Pick<RunBar, 'status' | 'failed' | 'hasErrors'>): BarKind {
  if (status === 'failed') return 'failed'
  if (status === 'partialSuccess' || (status === 'success' && (failed > 0 || hasErrors))) return 'loss'
  if (status === 'success') return 'good'
  return status === 'inProgress' || status === 'scheduled' ? 'running' : 'unknown'
}

/** Colour and pattern of a bar; the pattern alone tells the states apart. */
export const barStyles: Record<BarKind, string> = {
  good: 'bg-good forced-colors:bg-[CanvasText]',
  loss: cx('border border-warn bg-[repeating-linear-gradient(0deg,var(--color-warn)_0_3px,transparent_3px_6px)]'),
  failed: cx('border border-bad bg-[repeating-linear-gradient(135deg,var(--color-bad)_0_2px,transparent_2px_5px)]'),
  running: 'border border-dashed border-info',
  unknown: 'border border-line-strong',
}

/** Heights in per cent: by the square root, so that a run of ten rows is still seen beside one of ten thousand. */
export function barHeights(runs: readonly Pick<RunBar, 'read' | 'status'>[]): number[] {
  const most = Math.max(1, ...runs.map(({ read = 0 }) => read))
  return runs.map(({ read = 0, status }) => Math.max(leastHeight[status] ?? 12, Math.round(Math.sqrt(read / most) * 100)))
}

/** A run that failed has often read nothing, and is what one must not overlook. */
const leastHeight: Partial<Record<RunBar['status'], number>> = { failed: 45, inProgress: 30, scheduled: 30 }
