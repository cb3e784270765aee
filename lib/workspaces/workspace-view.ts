import type { RawSchemaMode, WorkspaceCheck, WorkspaceRow } from '@/lib/data/workspaces'

/** A workspace as people may see it: no secret and no way to one. */
export type WorkspaceView = {
  id: string
  name: string
  kind: 'adobe' | 'practice'
  platformOrigin: string
  imsOrigin: string
  orgId: string
  clientId: string
  scopes: string
  sandbox: string
  /** Without its leading underscore; known after the first good check. */
  tenantId?: string
  /** How new flows describe the source's raw columns. */
  rawSchemaMode: RawSchemaMode
  checks?: WorkspaceCheck[]
  checkedAt?: Date
  createdAt: Date
  archivedAt?: Date
}

export type { RawSchemaMode, WorkspaceCheck }

/** Field by field, so that a new column is not shown by accident. */
export function toWorkspaceView(row: WorkspaceRow): WorkspaceView {
  const { id, name, kind, platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox, createdAt, rawSchemaMode } = row
  return {
    id,
    name,
    kind,
    platformOrigin,
    imsOrigin,
    orgId,
    clientId,
    scopes,
    sandbox,
    createdAt,
    rawSchemaMode,
    ...(row.tenantId !== null && { tenantId: row.tenantId }),
    ...(row.checks !== null && { checks: row.checks }),
    ...(row.checkedAt !== null && { checkedAt: row.checkedAt }),
    ...(row.archivedAt !== null && { archivedAt: row.archivedAt }),
  }
}
