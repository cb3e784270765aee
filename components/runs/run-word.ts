import type { RunBar } from '@/lib/monitoring/flow-views'
import type { RunStatus } from '@/lib/monitoring/run-record'

/** The word for a run, a message key under `runs.status`: what Adobe calls a success may have lost rows, or values within rows. */
export function runWord({ status, failed = 0, hasErrors = false }: Pick<RunBar, 'status' | 'failed' | 'hasErrors'>): RunStatus | 'successWithLoss' | 'successWithErrors' {
  if (status !== 'success') return status
  if (failed > 0) return 'successWithLoss'
  return hasErrors ? 'successWithErrors' : status
}
