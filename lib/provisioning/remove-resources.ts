import { deleteCreated } from '@/lib/adobe/created-resources'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeError } from '@/lib/adobe/types'
import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import { fail, succeed, type Result } from '@/lib/result'
import type { Execution } from './execution'
import { findPatiently, isCreatedKind, lookForRow } from './find-by-marker'
import { runGraph } from './run-graph'
import type { ResourceKind } from './step-keys'

/** What has to be gone before each kind can go: the arrows of the plan, turned round. */
const goneBefore: Record<ResourceKind, readonly ResourceKind[]> = {
  flow: [],
  'source-connection': ['flow'],
  'target-connection': ['flow'],
  'mapping-set': ['flow'],
  dataset: ['target-connection'],
  // A schema that is in Profile stays, and with it the identity that Profile knows its records by.
  'identity-descriptor': ['flow', 'profile-schema'],
  'profile-schema': [],
  'adhoc-schema': ['source-connection'],
  'adhoc-class': ['adhoc-schema'],
  schema: ['dataset', 'target-connection', 'mapping-set', 'identity-descriptor', 'profile-schema'],
  'base-connection': [],
  'flow-spec': [],
}

export type Left = { row: ResourceRow; error: ExplainedError }
export type Removal = { left: Left[] }

const staysInProfile: ExplainedError = { code: 'stays-in-profile', mendAt: 'nowhere', retryable: false }
const isInUse: ExplainedError = { code: 'adobe.part-in-use', mendAt: 'nowhere', retryable: true }

/** Whether a later try may remove it after all. */
export const mayGoLater = ({ error }: Left): boolean => error.code !== staysInProfile.code

/**
 * Whether a row stands for something that this flow has made, or may have made, and that is not gone yet. What failed is
 * not there, unless another flow of the batch has made it since.
 */
export const isOurs = (row: ResourceRow): boolean =>
  isCreatedKind(row.kind) && row.state !== 'reused' && row.state !== 'deleted' && (row.state !== 'failed' || row.isShareable)

/**
 * Removes from Adobe what the given rows stand for, users before what they use. Never what was reused; what another flow
 * uses too is let go of, and removed by whoever lets go last. What Adobe does not delete is kept as such, and so is all
 * that it still needs. Repeating it is safe.
 * @throws LeaseLost when somebody else has taken over
 */
export async function removeResources(execution: Execution, rows: readonly ResourceRow[]): Promise<Removal> {
  const { ours, found } = await settleDoubts(execution, rows.filter(isOurs))
  const byId = new Map(ours.map((row) => [row.id, row]))
  const tasks = ours.map((row) => ({
    key: row.id,
    needs: ours.filter((other) => goneBefore[row.kind].includes(other.kind)).map(({ id }) => id),
  }))
  const errors = new Map<string, ExplainedError>()
  const outcome = await runGraph(tasks, {
    width: execution.width,
    afterFailure: 'go-on',
    isHalted: execution.isHalted,
    run: async (id) => {
      const row = byId.get(id)
      const error = row && (await removeOne(execution, row, found.get(row.id) ?? succeed([])))
      if (error) errors.set(id, error)
      return error === undefined
    },
  })
  const left = [...outcome.failed, ...outcome.notStarted].flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ row, error: errors.get(id) ?? (holdsForGood(row, ours, errors) ? staysInProfile : isInUse) }] : []
  })
  return { left }
}

/** What is kept back by something that never goes does not go either. */
function holdsForGood({ kind }: ResourceRow, ours: readonly ResourceRow[], errors: ReadonlyMap<string, ExplainedError>): boolean {
  return ours.some((other) => goneBefore[kind].includes(other.kind) && errors.get(other.id) === staysInProfile)
}

type Found = Result<string[], AdobeError>

/**
 * Looks for all that may exist at once, since each look that finds nothing takes all the patience there is. What is not
 * there is done with; the rest is left to be removed in its turn.
 */
async function settleDoubts(execution: Execution, ours: readonly ResourceRow[]) {
  const found = new Map<string, Found>()
  const looks = ours.map(async (row) => {
    if (row.adobeId !== undefined || execution.isHalted()) return [row]
    const ids = await findIds(execution, row)
    found.set(row.id, ids)
    // What is shared is let go of in its turn, whether it is there or not.
    if (row.isShareable || !ids.ok || ids.data.length > 0) return [row]
    await execution.ledger.recordDeleted(row.id)
    return []
  })
  // All of them are let end, also when one throws.
  const ended = await Promise.allSettled(looks)
  const thrown = ended.find((look) => look.status === 'rejected')
  if (thrown) throw thrown.reason
  return { ours: ended.flatMap((look) => (look.status === 'fulfilled' ? look.value : [])), found }
}

async function removeOne(execution: Execution, row: ResourceRow, found: Found): Promise<ExplainedError | undefined> {
  const { ledger } = execution
  if ((await ledger.beginRemoval(row.id)) === 'kept') return undefined
  const ids = row.adobeId === undefined ? found : succeed([row.adobeId])
  if (ids.ok && ids.data.length > 0 && row.kind === 'profile-schema') {
    await ledger.recordUndeletable(row.id, staysInProfile)
    return staysInProfile
  }
  const deleted = ids.ok ? await deleteAll(execution, row, ids.data) : ids
  if (deleted.ok) {
    await ledger.recordDeleted(row.id)
    return undefined
  }
  const error = explainAdobeError(deleted.error, { mendAt: 'nowhere' })
  await ledger.recordUndeletable(row.id, error)
  return error
}

/** An intent without an id may have become a thing all the same; its marker tells. */
async function findIds(execution: Execution, row: ResourceRow): Promise<Found> {
  const look = lookForRow(row)
  if (!look) return succeed([])
  const found = await findPatiently(execution, execution.clientFor(row.stepKey), look)
  return found.ok ? succeed(found.data.map(({ adobeId }) => adobeId)) : found
}

async function deleteAll(execution: Execution, { kind, stepKey }: ResourceRow, ids: readonly string[]): Promise<Result<void, AdobeError>> {
  if (!isCreatedKind(kind) || kind === 'profile-schema') return succeed(undefined)
  for (const id of ids) {
    const deleted = await deleteCreated(execution.clientFor(stepKey), kind, id)
    if (!deleted.ok) return fail(deleted.error)
  }
  return succeed(undefined)
}
