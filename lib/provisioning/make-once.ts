import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import { fail, succeed, type Result } from '@/lib/result'
import type { Execution } from './execution'
import { findPatiently } from './find-by-marker'
import type { Intent } from './ledger'
import type { PlanStep } from './plan'
import { mendAtOf } from './mend-at'
import { creatingStep } from './steps/creating-steps'
import type { StepInputs, StepOutput } from './steps/step'

/** Times one execution sends the same creation, each after a look that found nothing of the one before. */
const mostSendings = 3

type Made = Result<StepOutput, ExplainedError>
type Known = {
  row?: ResourceRow | undefined
  /** The row was written a moment ago, and nothing sent. */
  isNew?: boolean
  inputHash: string
}
type Work = { execution: Execution; step: PlanStep; inputs: StepInputs; row: ResourceRow; client: AdobeClient }

/**
 * Makes the thing of one step, exactly once. The intent with its marker is in the ledger before anything is sent; a
 * sending whose outcome is not known for certain is followed by a look for the marker, never by another sending at once.
 * @throws LeaseLost when somebody else has taken over
 */
export async function makeOnce(
  execution: Execution,
  step: PlanStep,
  given: Omit<StepInputs, 'marker' | 'nowMs'>,
  known: Known,
): Promise<Made> {
  const client = execution.clientFor(step.key)
  const marker = known.row?.marker ?? execution.newMarker()
  const inputs = { ...given, marker, nowMs: execution.adobeNowMs() }
  const row = known.row ?? (await execution.ledger.intend(intentOf(step, inputs, known.inputHash)))
  if (known.row?.state === 'failed') await execution.ledger.intendAgain(row.id)
  const wasInDoubt = known.row?.state === 'intended' && known.isNew !== true
  // Nobody can have built on what did not exist.
  const isUnsent = step.needs.some((need) => execution.made.has(need))
  return sendUntilKnown({ execution, step, inputs, row, client }, { inDoubt: wasInDoubt && !isUnsent, wasInDoubt })
}

/** What the ledger is told before the thing of a step is sent. */
export function intentOf({ key, kind, name }: PlanStep, inputs: StepInputs, inputHash: string): Intent {
  return { stepKey: key, kind, name, marker: inputs.marker, inputHash, look: creatingStep(key).look(inputs) }
}

async function sendUntilKnown(work: Work, doubt: { inDoubt: boolean; wasInDoubt: boolean }): Promise<Made> {
  const { execution, step, row, client } = work
  const { call, answer } = creatingStep(step.key)
  let { inDoubt, wasInDoubt } = doubt
  if (wasInDoubt) execution.doubts.add(step.key)
  let last: AdobeError | undefined
  for (let sendings = 0; ; sendings++) {
    if (inDoubt) {
      execution.doubts.add(step.key)
      const adopted = await adopt(work)
      if (adopted) return adopted
      if (last && (sendings >= mostSendings || !last.retryable)) return giveUp(work, last, true)
    }
    // Asked at the last moment: a process that slept through its lease must not send what somebody else is sending by now.
    if (execution.isHalted()) return giveUp(work, last ?? stopped(work), wasInDoubt)
    const inputs = { ...work.inputs, nowMs: execution.adobeNowMs() }
    const sentMs = execution.nowMs()
    const sent = await client.request({ ...call(inputs), stepKey: step.key }, answer)
    if (sent.ok) {
      const output = { ...sent.data.data, etag: sent.data.data.etag ?? sent.data.etag }
      const callId = execution.lastPostOf(step.key)
      const made = { rowId: row.id, kind: step.kind, output, callId, resent: wasInDoubt, tookMs: execution.nowMs() - sentMs }
      execution.records.add({ type: 'made', made })
      execution.made.add(step.key)
      return succeed(output)
    }
    last = sent.error
    if (last.mayHaveCommitted) {
      inDoubt = wasInDoubt = true
      continue
    }
    // Refused now, but an earlier sending may have been carried out late: a title that is taken may be taken by itself.
    if (wasInDoubt) return (await adopt(work)) ?? giveUp(work, last, true)
    return giveUp(work, last, false)
  }
}

/** Takes over what carries the marker, or undefined where nothing does. Twins are noted, so that they are removed. */
async function adopt({ execution, step, inputs, row, client }: Work): Promise<Made | undefined> {
  const found = await findPatiently(execution, client, creatingStep(step.key).look(inputs))
  if (!found.ok) {
    const error = explainAdobeError(found.error, { mendAt: mendAtOf(step.key, found.error) })
    await execution.ledger.recordFailure(row.id, error, true)
    return fail(error)
  }
  const [first, ...twins] = found.data
  if (!first) return undefined
  for (const twin of twins) await execution.ledger.recordTwin(row.id, twin.adobeId)
  execution.records.add({ type: 'made', made: { rowId: row.id, kind: step.kind, output: first, resent: true } })
  return succeed(first)
}

async function giveUp({ execution, step, row }: Work, cause: AdobeError, inDoubt: boolean): Promise<Made> {
  const error = explainAdobeError(cause, { mendAt: mendAtOf(step.key, cause) })
  await execution.ledger.recordFailure(row.id, error, inDoubt)
  return fail(error)
}

const stopped = ({ step }: Work): AdobeError => ({
  kind: 'cancelled',
  message: 'Cancelled.',
  mayHaveCommitted: false,
  retryable: true,
  method: 'POST',
  path: step.key,
})
