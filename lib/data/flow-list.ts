import 'server-only'
import { flowStateOf, flowStates, type FlowState, type StateCounts } from '@/lib/monitoring/flow-views'
import { database } from './database'
import { Prisma } from './generated/client'

/** Where a page of flows ends. */
export type FlowCursor = { rank: number; name: string; id: string }

export type FlowListQuery = {
  take: number
  after?: FlowCursor | undefined
  states?: readonly FlowState[] | undefined
  workspaceId?: string | undefined
  /** Looked for in the flow's name and in that of the table it reads. */
  text?: string | undefined
  /** What needs attention first, or by name alone. */
  order?: 'attention' | 'name' | undefined
}

export type FlowListItem = {
  id: string
  name: string
  state: FlowState
  since: Date | undefined
  /** Told by our clock: Adobe's health of it is not known yet. */
  isSinceOurs: boolean
  workspaceId: string
  workspaceName: string
  isPractice: boolean
  sourceKey: string | undefined
  table: string | undefined
  lastRunAt: Date | undefined
  nextRunAt: Date | undefined
  cursor: FlowCursor
}

type Row = {
  id: string
  name: string
  state: string
  rank: number
  sortName: string
  healthSince: Date | null
  createdAt: Date
  workspaceId: string
  workspaceName: string
  workspaceKind: string
  sourceKey: string | null
  table: string | null
  lastRunAt: Date | null
  nextRunAt: Date | null
}

/** The state in SQL, as flowStateOf says it. */
const stateSql = Prisma.sql`(CASE f.lifecycle WHEN 'provisioning' THEN 'setup' WHEN 'failed' THEN 'setupFailed' WHEN 'deleting' THEN 'deleting'
  WHEN 'deleted' THEN 'deleted' ELSE f.health END)`

/** A page of flows that are not deleted (unless asked for), in an order that stays put while one pages. */
export async function listFlowItems(query: FlowListQuery): Promise<FlowListItem[]> {
  const { take, after, states, workspaceId, text, order = 'attention' } = query
  const rank = order === 'name' ? Prisma.sql`0` : Prisma.sql`coalesce(array_position(${[...flowStates]}::text[], ${stateSql}), 99)`
  const conditions = [
    states?.length ? Prisma.sql`${stateSql} = ANY(${[...states]}::text[])` : Prisma.sql`f.lifecycle <> 'deleted'`,
    ...(workspaceId === undefined ? [] : [Prisma.sql`f."workspaceId" = ${workspaceId}::uuid`]),
    ...(text ? [matches(text)] : []),
  ]
  const behind = after
    ? Prisma.sql`WHERE (rank, "sortName", id) > (${after.rank}::int, ${after.name}::text, ${after.id}::uuid)`
    : Prisma.empty
  const rows = await database().$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT f.id, f.name, ${stateSql} AS state, ${rank} AS rank, lower(f.name) COLLATE "C" AS "sortName", f."healthSince", f."createdAt",
        f."workspaceId", w.name AS "workspaceName", w.kind AS "workspaceKind", f.definition->'source'->>'key' AS "sourceKey",
        coalesce(f.definition->'data'->>'table', f.definition->'data'->>'resourcePath') AS "table", f."lastRunAt", f."nextRunAt"
      FROM flow f JOIN workspace w ON w.id = f."workspaceId"
      WHERE ${Prisma.join(conditions, ' AND ')}
    ) listed
    ${behind}
    ORDER BY rank, "sortName", id LIMIT ${take}`
  return rows.map(toItem)
}

/** Every character but letters and digits stands for itself. */
function matches(text: string): Prisma.Sql {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return Prisma.sql`(f.name ILIKE ${pattern} OR f.definition->'data'->>'table' ILIKE ${pattern} OR f.definition->'data'->>'resourcePath' ILIKE ${pattern})`
}

function toItem(row: Row): FlowListItem {
  return {
    id: row.id,
    name: row.name,
    state: flowStateOf('live', row.state),
    since: row.healthSince ?? row.createdAt,
    isSinceOurs: row.healthSince === null,
    workspaceId: row.workspaceId,
    workspaceName: row.workspaceName,
    isPractice: row.workspaceKind === 'practice',
    sourceKey: row.sourceKey ?? undefined,
    table: row.table ?? undefined,
    lastRunAt: row.lastRunAt ?? undefined,
    nextRunAt: row.nextRunAt ?? undefined,
    cursor: { rank: row.rank, name: row.sortName, id: row.id },
  }
}

/** How many flows are in which state. */
export async function countFlowsByState(workspaceId?: string): Promise<StateCounts> {
  const groups = await database().flow.groupBy({
    by: ['lifecycle', 'health'],
    where: workspaceId === undefined ? {} : { workspaceId },
    _count: { _all: true },
  })
  const counts: StateCounts = {}
  for (const { lifecycle, health, _count } of groups) {
    const state = flowStateOf(lifecycle, health)
    counts[state] = (counts[state] ?? 0) + _count._all
  }
  return counts
}
