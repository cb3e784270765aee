import 'server-only'
import { readRefusedRows } from '@/lib/adobe/data-access'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { findRun } from '@/lib/data/runs'
import { ExplainedFailure } from '@/lib/explained-error'
import { openFlow } from './control-flow'
import { readRunDetail } from './run-activities'

/** A row that Adobe refused: why, and the row itself. */
export type RefusedRowView = { errors: { code: string; message: string }[]; row: Record<string, unknown> }

const mostRows = 50

/**
 * The rows that a run lost, read from Adobe now; they are shown and not kept, because they are people's payments.
 * @throws ExplainedFailure `not-found`, or with Adobe's code
 */
export async function readRefused(flowId: string, runId: string): Promise<{ rows: RefusedRowView[] }> {
  const run = await findRun(flowId, runId)
  if (!run) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  const { batchId } = readRunDetail(run.raw)
  if (batchId === undefined) return { rows: [] }
  const { client } = await openFlow(flowId)
  const answer = await readRefusedRows(client, batchId, mostRows)
  if (!answer.ok) throw new ExplainedFailure(explainAdobeError(answer.error, { mendAt: 'nowhere' }))
  return {
    rows: answer.data.map(({ _errors, _corrupt_record, ...row }) => ({
      errors: (_errors ?? []).map(({ code = 'unknown', message = '' }) => ({ code, message })),
      row: _corrupt_record ? { _corrupt_record } : row,
    })),
  }
}
