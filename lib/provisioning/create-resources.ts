import { flowSpecItem } from '@/lib/adobe/answers-specs'
import { oneItem } from '@/lib/adobe/answers'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { beginWork } from './begin-work'
import { compareWithLedger } from './compare-with-ledger'
import type { Execution } from './execution'
import { removeTwins } from './remove-twins'
import { hashInputs } from './hash-inputs'
import { makeOnce } from './make-once'
import { makeShared } from './make-shared'
import { mendAtOf } from './mend-at'
import { noteVanished } from './note-vanished'
import { countWork, planFlow, type PlanStep } from './plan'
import { removeResources } from './remove-resources'
import { runGraph } from './run-graph'
import { isShareable } from './share-key'
import type { StepKey } from './step-keys'
import { flowSpecCall } from './steps/flow-spec'
import type { StepInputs, StepOutput } from './steps/step'

export type Creation =
  | { outcome: 'complete' }
  | { outcome: 'failed'; step: StepKey; error: ExplainedError }
  /** Called off, or this process stops; somebody goes on from here. */
  | { outcome: 'halted' }

type Work = {
  execution: Execution
  steps: ReadonlyMap<StepKey, PlanStep>
  hashes: ReadonlyMap<StepKey, string>
  kept: ReadonlyMap<StepKey, ResourceRow>
  /** Rows of which nothing was sent before this execution. */
  begun: ReadonlyMap<StepKey, ResourceRow>
  inputs: Pick<StepInputs, 'definition' | 'bindings' | 'outputs'>
  errors: Map<StepKey, ExplainedError>
}

/**
 * Makes everything that a flow needs and does not have yet, as wide as the plan allows. What later answers have replaced
 * is removed first, because titles in Adobe's registry are unique.
 * @throws LeaseLost when somebody else has taken over
 */
export async function createResources(
  execution: Execution,
  definition: FlowDefinition,
  bindings: Bindings,
  known?: readonly ResourceRow[],
): Promise<Creation> {
  const { ledger } = execution
  const plan = planFlow(definition, bindings)
  const hashes = hashInputs(definition, bindings)
  let rows = known ?? (await ledger.rows())
  if (await noteVanished(execution, rows)) rows = await ledger.rows()
  const { kept, outdated } = compareWithLedger(plan, hashes, rows)
  if (outdated.length > 0) await ledger.supersede(outdated.map(({ id }) => id))
  // What Adobe does not let go now stays in the ledger and is tried again the next time.
  await removeResources(execution, [...outdated, ...rows.filter(({ superseded }) => superseded)])

  const outputs = Object.fromEntries([...kept.values()].filter(isThere).map((row) => [row.stepKey, outputOf(row)]))
  const toDo = plan.steps.filter(({ key }) => outputs[key] === undefined)
  const total = countWork(plan)
  // A plan that begins has its figures from the moment it was asked for.
  if (rows.length > 0) await ledger.recordProgress(total - toDo.filter(({ mode }) => mode !== 'reuse').length, total)

  const inputs = { definition, bindings, outputs }
  const [begun] = await Promise.all([beginWork(execution, { toDo, kept, hashes, inputs }), execution.ready])
  const steps = new Map(plan.steps.map((step) => [step.key, step]))
  const errors = new Map<StepKey, ExplainedError>()
  const all: Work = { execution, steps, hashes, kept, begun, inputs, errors }
  const isHalted = () => execution.isHalted() || execution.records.hasFailed()
  const run = async (key: StepKey) => {
    const output = await runStep(all, key)
    if (output) outputs[key] = output
    return output !== undefined
  }
  const tasks = toDo.filter(({ mode }) => mode !== 'reuse')
  const { failed, notStarted } = await runGraph(tasks, { width: execution.width, afterFailure: 'stop', isHalted, run }).catch(async (error: unknown) => {
    await execution.records.settle()
    throw error
  })
  const isWhole = failed.length + notStarted.length === 0
  const isCertain = execution.doubts.size === 0 && !rows.some((row) => row.detail.resent === true || row.superseded)
  // Who ends the work writes the last records along with the end.
  if (isWhole && isCertain) return { outcome: 'complete' }
  await execution.records.settle()
  const unsent = notStarted.flatMap((key) => begun.get(key)?.id ?? [])
  if (unsent.length > 0) await ledger.withdraw(unsent)
  if (isHalted() && !isWhole) return { outcome: 'halted' }
  const [step] = failed
  const error = step && errors.get(step)
  if (step && error) return { outcome: 'failed', step, error }
  await removeTwins(execution)
  return { outcome: 'complete' }
}

async function runStep({ execution, steps, hashes, kept, begun, inputs, errors }: Work, key: StepKey): Promise<StepOutput | undefined> {
  const step = steps.get(key)
  if (!step) return undefined
  const inputHash = hashes.get(key) ?? ''
  const fresh = begun.get(key)
  const made =
    step.mode === 'look-up'
      ? await lookUpFlowSpec(execution, step, inputs.bindings, inputHash)
      : execution.shares && isShareable(key)
        ? await makeShared(execution, step, inputs, inputHash)
        : await makeOnce(execution, step, inputs, { row: fresh ?? kept.get(key), isNew: fresh !== undefined, inputHash })
  if (made.ok) return made.data
  errors.set(key, made.error)
  return undefined
}

async function lookUpFlowSpec(execution: Execution, step: PlanStep, bindings: Bindings, inputHash: string) {
  const call = flowSpecCall(bindings)
  const answer = await execution.clientFor(step.key).request(call, oneItem(flowSpecItem))
  if (!answer.ok) return { ok: false as const, error: explainAdobeError(answer.error, { mendAt: mendAtOf(step.key, answer.error) }) }
  const found = answer.data.data
  if (found === undefined) {
    const error: ExplainedError = { code: 'adobe.spec-unknown', mendAt: 'source', retryable: false, adobe: { method: call.method, path: call.path } }
    return { ok: false as const, error }
  }
  const { key: stepKey, kind } = step
  execution.records.add({ type: 'found', found: { stepKey, kind, name: found.name ?? step.name, adobeId: found.id, inputHash, isWork: true } })
  return { ok: true as const, data: { adobeId: found.id } }
}

const isThere = ({ state }: ResourceRow) => state === 'created' || state === 'reused'

function outputOf({ adobeId = '', etag, detail }: ResourceRow): StepOutput {
  return { adobeId, ...(etag !== undefined && { etag }), detail }
}

