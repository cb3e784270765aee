import 'server-only'
import { z } from 'zod'
import { explainedError } from '@/lib/explained-error'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { database } from './database'
import { Prisma } from './generated/client'

/** One named check of a workspace, as it is kept and shown. */
export const workspaceCheck = z.object({
  key: z.enum(['token', 'organisation', 'sandbox', 'role', 'sources']),
  state: z.enum(['passed', 'failed', 'skipped']),
  error: explainedError.optional(),
  /** A fact worth showing: the tenant id, the sandbox's title, the sandboxes there are. */
  detail: z.string().optional(),
})
export type WorkspaceCheck = z.infer<typeof workspaceCheck>

const kinds = z.enum(['adobe', 'practice'])

/** How new flows of a workspace describe the source's raw columns, unless one is told otherwise. */
export const rawSchemaModes = ['adhoc', 'columns-only'] as const satisfies FlowDefinition['rawSchema']['mode'][]
export type RawSchemaMode = (typeof rawSchemaModes)[number]

/** A workspace as the app passes it about. The secret is an id into the vault and no more. */
export type WorkspaceRow = {
  id: string
  name: string
  kind: z.infer<typeof kinds>
  platformOrigin: string
  imsOrigin: string
  orgId: string
  clientId: string
  clientSecretId: string
  scopes: string
  sandbox: string
  tenantId: string | null
  rawSchemaMode: RawSchemaMode
  checks: WorkspaceCheck[] | null
  checkedAt: Date | null
  createdAt: Date
  updatedAt: Date
  archivedAt: Date | null
}

type Stored = Prisma.WorkspaceModel

function fromStored(row: Stored): WorkspaceRow {
  const { createdById: _maker, checks, ...rest } = row
  // Checks are a memory, not a fact to build on: an older form is forgotten rather than an error.
  const parsed = z.array(workspaceCheck).safeParse(checks)
  const mode = rawSchemaModes.find((one) => one === row.rawSchemaMode) ?? 'adhoc'
  return { ...rest, kind: kinds.parse(row.kind), rawSchemaMode: mode, checks: parsed.success ? parsed.data : null }
}

/** Living workspaces first, the practice one before them, each group by name. */
export async function findWorkspaces(options: { archived?: boolean } = {}): Promise<WorkspaceRow[]> {
  const rows = await database().workspace.findMany({
    where: options.archived ? {} : { archivedAt: null },
    orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { kind: 'desc' }, { name: 'asc' }],
  })
  return rows.map(fromStored)
}

export async function findWorkspace(id: string): Promise<WorkspaceRow | undefined> {
  const row = await database().workspace.findUnique({ where: { id } })
  return row ? fromStored(row) : undefined
}

export async function findPracticeWorkspace(): Promise<WorkspaceRow | undefined> {
  const row = await database().workspace.findFirst({ where: { kind: 'practice' }, orderBy: { createdAt: 'asc' } })
  return row ? fromStored(row) : undefined
}

export type WorkspaceFacts = Pick<
  WorkspaceRow,
  'name' | 'kind' | 'platformOrigin' | 'imsOrigin' | 'orgId' | 'clientId' | 'clientSecretId' | 'scopes' | 'sandbox'
>

export async function insertWorkspace(facts: WorkspaceFacts, createdById: string | null): Promise<WorkspaceRow> {
  return fromStored(await database().workspace.create({ data: { ...facts, createdById } }))
}

/** Changed facts make old checks and the tenant id meaningless, so these go. */
export async function changeWorkspace(id: string, facts: Partial<WorkspaceFacts>): Promise<WorkspaceRow> {
  const data = { ...facts, checks: Prisma.DbNull, checkedAt: null, tenantId: null }
  return fromStored(await database().workspace.update({ where: { id }, data }))
}

export async function saveWorkspaceChecks(
  id: string,
  checks: WorkspaceCheck[],
  checkedAt: Date,
  tenantId: string | undefined,
): Promise<void> {
  const data = { checks: checks as Prisma.InputJsonValue, checkedAt, ...(tenantId !== undefined && { tenantId }) }
  await database().workspace.update({ where: { id }, data })
}

export async function setWorkspaceArchived(id: string, archivedAt: Date | null): Promise<WorkspaceRow> {
  return fromStored(await database().workspace.update({ where: { id }, data: { archivedAt } }))
}

/** Checks stay: how columns are described changes nothing of the place. */
export async function setWorkspaceRawSchema(id: string, rawSchemaMode: RawSchemaMode): Promise<WorkspaceRow> {
  return fromStored(await database().workspace.update({ where: { id }, data: { rawSchemaMode } }))
}
