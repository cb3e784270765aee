import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SetupStep } from '@/lib/paths'
import { setupSteps } from '@/lib/paths'
import { draftAnswers, type DraftAnswers } from '@/lib/flows/draft-answers'
import { database } from './database'
import type { Prisma } from './generated/client'

/** A draft as the wizard works with it. */
export type DraftView = {
  id: string
  answers: DraftAnswers
  /** Grows by one with every save. */
  revision: number
  /** The step last visited. */
  step: SetupStep
  /** The flow this draft became. */
  flowId?: string
  /** The living flow it is to change; such a draft becomes none of its own. */
  changes?: { flowId: string; name: string }
  /** The batch it was begun with. */
  batchId?: string
  createdAt: Date
  updatedAt: Date
}

/** A draft in a list of things to resume. */
export type DraftListItem = {
  id: string
  name?: string
  step: SetupStep
  updatedAt: Date
  workspaceName?: string
  sourceKey?: string
  table?: string
  /** It is to change a flow that lives. */
  isChange: boolean
}

/** Either the new revision, or what somebody else (another tab, another browser) saved in between. */
export type SaveOutcome =
  | { outcome: 'saved'; revision: number; savedAt: Date }
  | { outcome: 'conflict'; theirs: DraftView }
  | { outcome: 'missing' }

type Row = {
  id: string
  answers: unknown
  revision: number
  step: string
  flowId: string | null
  changes?: { id: string; name: string } | null
  batchId: string | null
  createdAt: Date
  updatedAt: Date
}

const stepOf = (text: string): SetupStep => setupSteps.find((step) => step === text) ?? 'source'

/** Stored answers. Those that an older version of the app wrote and this one cannot read are left out section by section, never thrown at. */
export function readAnswers(stored: unknown): DraftAnswers {
  const whole = draftAnswers.safeParse(stored)
  if (whole.success) return whole.data
  const sections = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  return Object.assign({}, ...sections.map(([key, value]) => draftAnswers.safeParse({ [key]: value }).data ?? {}))
}

function toView(row: Row): DraftView {
  const { id, revision, flowId, batchId, createdAt, updatedAt } = row
  return {
    id,
    answers: readAnswers(row.answers),
    revision,
    step: stepOf(row.step),
    createdAt,
    updatedAt,
    ...(flowId === null ? {} : { flowId }),
    ...(row.changes && { changes: { flowId: row.changes.id, name: row.changes.name } }),
    ...(batchId === null ? {} : { batchId }),
  }
}

const withChanges = { changes: { select: { id: true, name: true } } } as const

/** Parsed answers are plain JSON; what is undefined in them is left out when they are stored. */
const toJson = (answers: DraftAnswers) => answers as Prisma.InputJsonObject

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The person's draft, or undefined when there is none of that id or it is somebody else's. */
export async function getDraft(id: string, ownerId: string): Promise<DraftView | undefined> {
  if (!isUuid(id)) return undefined
  const row = await database().draft.findFirst({ where: { id, ownerId }, include: withChanges })
  return row ? toView(row) : undefined
}

/** A draft without answers. One that the person began and left untouched is handed out again instead of piling up. */
export async function startDraft(ownerId: string, answers: DraftAnswers = {}): Promise<DraftView> {
  const untouched = await database().draft.findFirst({ where: { ownerId, revision: 1, flowId: null, changesId: null, batchId: null } })
  if (untouched) {
    return toView(await database().draft.update({ where: { id: untouched.id }, data: { answers: toJson(answers), ...workspaceOf(answers) } }))
  }
  return toView(await database().draft.create({ data: { ownerId, answers: toJson(answers), ...workspaceOf(answers) } }))
}

/** The draft with which a person is changing a living flow; begun with the given answers where there is none yet. */
export async function startChangeDraft(ownerId: string, changesId: string, answers: DraftAnswers): Promise<DraftView> {
  const begun = await database().draft.findFirst({ where: { ownerId, changesId }, include: withChanges, orderBy: { updatedAt: 'desc' } })
  if (begun && begun.revision > 1) return toView(begun)
  const data = { answers: toJson(answers), ...workspaceOf(answers) }
  const where = { id: begun?.id ?? randomUUID() }
  const fresh = { ownerId, changesId, step: 'mapping', ...data }
  return toView(await database().draft.upsert({ where, create: fresh, update: data, include: withChanges }))
}

/** The draft by which a person has asked for a change of a flow, while there is one. */
export async function findChangeDraftId(changesId: string, ownerId: string): Promise<string | undefined> {
  return (await database().draft.findFirst({ where: { changesId, ownerId }, orderBy: { updatedAt: 'desc' }, select: { id: true } }))?.id
}

const workspaceOf = (answers: DraftAnswers) =>
  answers.source?.workspaceId === undefined ? {} : { workspaceId: answers.source.workspaceId }

/**
 * Replaces the given sections of the answers, provided that nobody saved since `revision`. Another revision in the
 * database is a conflict and changes nothing.
 */
export async function saveDraft(save: {
  id: string
  ownerId: string
  revision: number
  sections: DraftAnswers
  step?: SetupStep
}): Promise<SaveOutcome> {
  const { id, ownerId, revision, sections, step } = save
  const present = await getDraft(id, ownerId)
  if (!present) return { outcome: 'missing' }
  const answers = draftAnswers.parse({ ...present.answers, ...sections })
  const savedAt = new Date()
  const { count } = await database().draft.updateMany({
    where: { id, ownerId, revision },
    data: {
      answers: toJson(answers),
      revision: { increment: 1 },
      updatedAt: savedAt,
      ...workspaceOf(answers),
      ...(step === undefined ? {} : { step }),
    },
  })
  if (count === 1) return { outcome: 'saved', revision: revision + 1, savedAt }
  const theirs = await getDraft(id, ownerId)
  return theirs ? { outcome: 'conflict', theirs } : { outcome: 'missing' }
}

/** Remembers where the person is, without counting as a change of the answers. */
export async function visitStep(id: string, ownerId: string, step: SetupStep): Promise<void> {
  // Raw, because Prisma would also move updatedAt, by which the list of drafts is ordered and "saved at" is told.
  await database().$executeRaw`UPDATE draft SET step = ${step} WHERE id = ${id}::uuid AND "ownerId" = ${ownerId} AND step <> ${step}`
}

/** The person's drafts that are begun and not yet a flow, the latest first. */
export async function listDrafts(ownerId: string, limit = 50): Promise<DraftListItem[]> {
  const rows = await database().draft.findMany({
    // Those of a batch have its page.
    where: { ownerId, flowId: null, batchId: null, revision: { gt: 1 } },
    orderBy: { updatedAt: 'desc' },
    take: limit,
    include: { workspace: { select: { name: true } } },
  })
  return rows.map((row) => {
    const { source, data, review } = readAnswers(row.answers)
    return {
      id: row.id,
      step: stepOf(row.step),
      updatedAt: row.updatedAt,
      isChange: row.changesId !== null,
      ...(review?.name ? { name: review.name } : {}),
      ...(row.workspace ? { workspaceName: row.workspace.name } : {}),
      ...(source?.sourceKey ? { sourceKey: source.sourceKey } : {}),
      ...(data?.table ? { table: data.table } : {}),
    }
  })
}

/** Removes a draft that has not become a flow; true when there was one. */
export async function discardDraft(id: string, ownerId: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const { count } = await database().draft.deleteMany({ where: { id, ownerId, flowId: null } })
  return count === 1
}
