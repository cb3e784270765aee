import type { RunBar } from '@/lib/monitoring/flow-views'

/** Adobe repeats runs that did not end well (1387-400 otherwise; which states exactly it does not document). */
export const isRepeatable = (run: Pick<RunBar, 'status'> | undefined): boolean => run?.status === 'failed' || run?.status === 'partialSuccess'
