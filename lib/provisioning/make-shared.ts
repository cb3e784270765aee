import type { ExplainedError } from '@/lib/explained-error'
import { fail, succeed, type Result } from '@/lib/result'
import type { Execution, SharedClaim } from './execution'
import { makeOnce } from './make-once'
import type { PlanStep } from './plan'
import { shareKey } from './share-key'
import { creatingStep } from './steps/creating-steps'
import type { StepInputs, StepOutput } from './steps/step'

/** Between two looks at something that another flow of the batch is making. */
const lookAgainMs = 150

/**
 * Makes what the flows of a batch have in common, exactly once for all of them: whoever claims it first makes it, the
 * others wait and take it. Where the maker has gone without an end, the next in line goes on under the same marker, and
 * looks in Adobe first.
 * @throws LeaseLost when somebody else has taken over
 */
export async function makeShared(
  execution: Execution,
  step: PlanStep,
  given: Omit<StepInputs, 'marker' | 'nowMs'>,
  inputHash: string,
): Promise<Result<StepOutput, ExplainedError>> {
  const { shares } = execution
  if (!shares) return makeOnce(execution, step, given, { inputHash })
  const key = shareKey(shares.batchId, step, inputHash, given.outputs)
  const marker = execution.newMarker()
  const look = creatingStep(step.key).look({ ...given, marker, nowMs: execution.adobeNowMs() })
  const intent = { stepKey: step.key, kind: step.kind, name: step.name, marker, inputHash, look }
  for (;;) {
    const claim: SharedClaim = await shares.claim(intent, key)
    switch (claim.outcome) {
      case 'made':
        return succeed(claim.output)
      case 'refused':
        return fail(claim.error)
      case 'mine':
        return makeOnce(execution, step, given, { row: claim.row, isNew: claim.isNew, inputHash })
      case 'busy':
        if (execution.isHalted()) return fail({ code: 'cancelled', mendAt: 'nowhere', retryable: true })
        await execution.sleep(lookAgainMs)
    }
  }
}
