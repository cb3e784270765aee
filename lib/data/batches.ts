import 'server-only'
import { batchChoices, type BatchChoices } from '@/lib/batches/batch-choices'
import type { ExplainedError } from '@/lib/explained-error'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import type { SetupStep } from '@/lib/paths'
import { database } from './database'
import { readAnswers } from './drafts'
import type { Prisma } from './generated/client'

export type BatchRow = {
  id: string
  name: string
  workspace: { id: string; name: string; kind: string; orgId: string }
  /** Absent where the flows came as documents. */
  choices?: BatchChoices
  createdAt: Date
}

export type NewBatch = {
  workspaceId: string
  name: string
  ownerId: string
  choices?: BatchChoices
  /** What each draft begins with; `step` where the wizard would open it. */
  drafts: readonly { answers: DraftAnswers; step: SetupStep }[]
}

/** A batch with its drafts, in one transaction. With choices the drafts wait for answers to be proposed. */
export async function insertBatch({ workspaceId, name, ownerId, choices, drafts }: NewBatch): Promise<{ batchId: string }> {
  return database().$transaction(async (store) => {
    const { id } = await store.batch.create({
      data: { workspaceId, name, createdById: ownerId, ...(choices && { choices: choices as Prisma.InputJsonObject }) },
    })
    await store.draft.createMany({
      data: drafts.map(({ answers, step }) => ({
        ownerId, workspaceId, batchId: id, step, answers: answers as Prisma.InputJsonObject,
        ...(choices ? { preparation: 'waiting' } : { revision: 2 }),
      })),
    })
    return { batchId: id }
  })
}

/** A batch that nothing but its name is known of yet; for flows that are made without drafts. */
export async function insertEmptyBatch(workspaceId: string, name: string, createdById?: string): Promise<string> {
  const { id } = await database().batch.create({ data: { workspaceId, name, createdById: createdById ?? null } })
  return id
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export async function findBatch(id: string): Promise<BatchRow | undefined> {
  if (!isUuid(id)) return undefined
  const row = await database().batch.findUnique({
    where: { id },
    include: { workspace: { select: { id: true, name: true, kind: true, orgId: true } } },
  })
  if (!row) return undefined
  const choices = batchChoices.safeParse(row.choices)
  return { id, name: row.name, workspace: row.workspace, createdAt: row.createdAt, ...(choices.success && { choices: choices.data }) }
}

export type WaitingDraft = { id: string; revision: number; createdAt: Date; answers: DraftAnswers }

/** Drafts of a batch that still wait for proposals, the oldest first. */
export async function listWaitingDrafts(batchId: string): Promise<WaitingDraft[]> {
  const rows = await database().draft.findMany({ where: { batchId, preparation: 'waiting', flowId: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, revision, createdAt, answers }) => ({ id, revision, createdAt, answers: readAnswers(answers) }))
}

/** Keeps what was proposed, unless the draft has changed or gone since it was read. */
export async function saveProposal({ id, revision }: Pick<WaitingDraft, 'id' | 'revision'>, answers: DraftAnswers, step: SetupStep): Promise<void> {
  await database().draft.updateMany({
    where: { id, revision, preparation: 'waiting' },
    data: { answers: answers as Prisma.InputJsonObject, step, revision: { increment: 1 }, preparation: null },
  })
}

export async function savePreparationFailure(draftId: string, error: ExplainedError): Promise<void> {
  await database().draft.updateMany({ where: { id: draftId, preparation: 'waiting' }, data: { preparation: 'failed', error: error as Prisma.InputJsonObject } })
}

/** Has the failed preparations of a batch tried once more; answers how many there are. */
export async function waitAgain(batchId: string, ownerId: string): Promise<number> {
  const { count } = await database().draft.updateMany({ where: { batchId, ownerId, preparation: 'failed' }, data: { preparation: 'waiting' } })
  return count
}

/** Long enough for one slow draft; whoever prepares asks for more time with each. */
const preparingSeconds = 60

/** Takes the preparation of a batch, or more time for it; false where somebody else has it. `isOurs`: it is held already. */
export async function holdPreparation(batchId: string, isOurs: boolean): Promise<boolean> {
  const count = await database().$executeRaw`
    UPDATE batch SET "preparingUntil" = now() + ${preparingSeconds} * interval '1 second'
    WHERE id = ${batchId}::uuid AND (${isOurs} OR "preparingUntil" IS NULL OR "preparingUntil" < now())`
  return count === 1
}

export async function releasePreparation(batchId: string): Promise<void> {
  await database().batch.updateMany({ where: { id: batchId }, data: { preparingUntil: null } })
}

/** Batches with drafts that wait although nobody prepares them: the word to begin was lost, or the worker died. */
export async function listUnpreparedBatches(): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT b.id FROM batch b
    WHERE (b."preparingUntil" IS NULL OR b."preparingUntil" < now()) AND b."createdAt" < now() - interval '2 seconds'
      AND EXISTS (SELECT 1 FROM draft d WHERE d."batchId" = b.id AND d.preparation = 'waiting' AND d."flowId" IS NULL)
    LIMIT 20`
  return rows.map(({ id }) => id)
}
