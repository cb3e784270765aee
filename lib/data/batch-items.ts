import 'server-only'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { isStepKey, type ResourceKind } from '@/lib/provisioning/step-keys'
import { database } from './database'
import { readAnswers } from './drafts'

export type BatchDraft = { id: string; revision: number; preparation: 'waiting' | 'failed' | undefined; error?: ExplainedError }

/** Drafts of a batch that are not a flow, without their answers. */
export async function listBatchDrafts(batchId: string, ownerId: string): Promise<BatchDraft[]> {
  const rows = await database().draft.findMany({
    where: { batchId, ownerId, flowId: null },
    select: { id: true, revision: true, preparation: true, error: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, revision, preparation, error }) => ({
    id, revision,
    preparation: preparation === 'waiting' || preparation === 'failed' ? preparation : undefined,
    ...(explained(error) && { error: explained(error) }),
  })) as BatchDraft[]
}

/** The answers of some drafts, by id. */
export async function findAnswers(draftIds: readonly string[]): Promise<Map<string, DraftAnswers>> {
  if (draftIds.length === 0) return new Map()
  const rows = await database().draft.findMany({ where: { id: { in: [...draftIds] } }, select: { id: true, answers: true } })
  return new Map(rows.map(({ id, answers }) => [id, readAnswers(answers)]))
}

export type OpenDraft = { id: string; revision: number; answers: DraftAnswers; /** The flow of it whose creation has failed. */ flowId?: string }

/** Drafts of a batch whose answers still count: those that are no flow, and those whose flow was not created to the end. */
export async function listOpenDrafts(batchId: string, ownerId: string): Promise<OpenDraft[]> {
  const rows = await database().draft.findMany({
    where: { batchId, ownerId, preparation: null, OR: [{ flowId: null }, { flow: { lifecycle: 'failed' } }] },
    select: { id: true, revision: true, answers: true, flowId: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, revision, answers, flowId }) => ({ id, revision, answers: readAnswers(answers), ...(flowId !== null && { flowId }) }))
}

export type BatchFlow = {
  id: string
  name: string
  object: string
  lifecycle: string
  draftId?: string
  /** The latest creation or undoing. */
  kind: 'create' | 'undo'
  state: string
  stepsDone: number
  stepsTotal: number
  /** Parts of it that are gone, since its undoing was asked for. */
  partsGone: number
  error?: ExplainedError
  /** The title of the schema to be built, where the creation has failed at that. */
  refusedTitle?: string
}

type FlowRow = Omit<BatchFlow, 'kind' | 'error' | 'draftId' | 'object' | 'refusedTitle'> & {
  kind: string
  error: unknown
  draftId: string | null
  object: string | null
  refusedTitle: string | null
}

/** Flows of a batch with the latest of what was done to each. */
export async function listBatchFlows(batchId: string): Promise<BatchFlow[]> {
  const rows = await database().$queryRaw<FlowRow[]>`
    SELECT f.id, f.name, f.lifecycle, coalesce(f.definition->'data'->>'table', f.definition->'data'->>'resourcePath') AS object,
      CASE WHEN p.kind = 'create' AND p.state = 'failed' AND p."failedStep" = 'schema' THEN f.definition#>>'{target,schema,title}' END AS "refusedTitle",
      d.id AS "draftId", p.kind, p.state, p."stepsDone", p."stepsTotal", p.error,
      CASE WHEN p.kind = 'undo' THEN (
        SELECT count(*)::int FROM flow_resource u JOIN resource r ON r.id = u."resourceId"
        WHERE u."flowId" = f.id AND u.released AND (r.state <> 'deleting' AND r.state <> 'undeletable')) ELSE 0 END AS "partsGone"
    FROM flow f
    LEFT JOIN draft d ON d."flowId" = f.id
    CROSS JOIN LATERAL (SELECT * FROM provisioning WHERE "flowId" = f.id ORDER BY "createdAt" DESC LIMIT 1) p
    WHERE f."batchId" = ${batchId}::uuid ORDER BY f."createdAt", f.id`
  return rows.map(({ draftId, error, kind, object, refusedTitle, ...row }) => ({
    ...row,
    object: object ?? '',
    kind: kind === 'undo' ? 'undo' : 'create',
    ...(draftId !== null && { draftId }),
    ...(refusedTitle !== null && { refusedTitle }),
    ...(explained(error) && { error: explained(error) }),
  })) as BatchFlow[]
}

export type BatchShared = { id: string; kind: ResourceKind; name: string; adobeId?: string; users: number; isReused: boolean }

/** What more than one flow of a batch builds on, or would: things made once for it and things it only uses. */
export async function listBatchShared(batchId: string): Promise<BatchShared[]> {
  const rows = await database().$queryRaw<{ id: string; kind: string; name: string; adobeId: string | null; users: number; isReused: boolean }[]>`
    SELECT min(r.id::text) AS id, r.kind, min(r.name) AS name, r."adobeId", count(DISTINCT u."flowId")::int AS users, bool_and(r.state = 'reused') AS "isReused"
    FROM flow f JOIN flow_resource u ON u."flowId" = f.id JOIN resource r ON r.id = u."resourceId"
    WHERE f."batchId" = ${batchId}::uuid AND f.lifecycle <> 'deleted' AND NOT u.superseded AND NOT u.released
      AND r.state IN ('created', 'reused') AND r.kind <> 'flow-spec'
    GROUP BY r.kind, r."adobeId" HAVING count(DISTINCT u."flowId") > 1
    ORDER BY bool_and(r.state = 'reused') DESC, min(r."intendedAt")`
  return rows.flatMap(({ kind, adobeId, ...row }) => (isStepKey(kind) ? [{ ...row, kind, ...(adobeId !== null && { adobeId }) }] : []))
}

/** Seconds over which the pace is told. */
const paceSeconds = 3

/** Calls for flows of one organisation, a second, over the last few. */
export async function readPace(orgId: string): Promise<number> {
  const [row] = await database().$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM api_call c JOIN workspace w ON w.id = c."workspaceId"
    WHERE w."orgId" = ${orgId} AND c."startedAt" > now() - ${paceSeconds} * interval '1 second'`
  return (row?.calls ?? 0) / paceSeconds
}

export type BatchListItem = { id: string; name: string; workspaceName: string; createdAt: Date; drafts: number; flows: number; live: number; failed: number }

/** Batches that have anything in them, the newest first. */
export async function listBatches(take: number): Promise<BatchListItem[]> {
  return database().$queryRaw<BatchListItem[]>`
    SELECT b.id, b.name, w.name AS "workspaceName", b."createdAt", coalesce(d.drafts, 0) AS drafts, coalesce(f.flows, 0) AS flows,
      coalesce(f.live, 0) AS live, coalesce(f.failed, 0) AS failed
    FROM batch b JOIN workspace w ON w.id = b."workspaceId"
    LEFT JOIN (SELECT "batchId", count(*)::int AS drafts FROM draft WHERE "flowId" IS NULL GROUP BY 1) d ON d."batchId" = b.id
    LEFT JOIN (
      SELECT "batchId", count(*)::int AS flows, count(*) FILTER (WHERE lifecycle = 'live')::int AS live,
        count(*) FILTER (WHERE lifecycle = 'failed')::int AS failed
      FROM flow WHERE lifecycle <> 'deleted' GROUP BY 1) f ON f."batchId" = b.id
    WHERE coalesce(d.drafts, 0) + coalesce(f.flows, 0) > 0
    ORDER BY b."createdAt" DESC LIMIT ${take}`
}

const explained = (stored: unknown): ExplainedError | undefined => explainedError.safeParse(stored).data
