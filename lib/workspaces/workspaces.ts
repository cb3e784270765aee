import 'server-only'
import {
  changeWorkspace,
  findWorkspaces,
  insertWorkspace,
  setWorkspaceArchived,
  setWorkspaceRawSchema,
  type RawSchemaMode,
  type WorkspaceRow,
} from '@/lib/data/workspaces'
import { deleteSecret } from '@/lib/data/secrets'
import { ExplainedFailure } from '@/lib/explained-error'
import { replaceSecret, sealSecret } from '@/lib/vault/vault'
import { needWorkspace } from './need-workspace'
import type { PracticeWorkspaceChange, WorkspaceChange, WorkspaceInput } from './workspace-input'
import { toWorkspaceView, type WorkspaceView } from './workspace-view'

/** All workspaces in use; with `archived` also those put away. */
export async function listWorkspaces(options: { archived?: boolean } = {}): Promise<WorkspaceView[]> {
  return (await findWorkspaces(options)).map(toWorkspaceView)
}

/** @throws ExplainedFailure `not-found` */
export const getWorkspace = async (id: string): Promise<WorkspaceView> => toWorkspaceView(await needWorkspace(id))

/**
 * Keeps a workspace; its secret goes to the vault and never comes back. `userId` is who made it, null for the system.
 */
export async function createWorkspace(input: WorkspaceInput, userId: string | null): Promise<WorkspaceView> {
  const { clientSecret, ...facts } = input
  return keepWorkspace({ ...facts, kind: 'adobe' }, clientSecret, userId)
}

/** For callers that have checked the addresses themselves. */
export async function keepWorkspace(
  facts: Omit<WorkspaceInput, 'clientSecret'> & { kind: WorkspaceRow['kind'] },
  clientSecret: string,
  userId: string | null,
): Promise<WorkspaceView> {
  const clientSecretId = await sealSecret(clientSecret)
  try {
    return toWorkspaceView(await insertWorkspace({ ...facts, clientSecretId }, userId))
  } catch (error) {
    await deleteSecret(clientSecretId)
    throw error
  }
}

/**
 * Changes a workspace. Without a new secret the old one stays; it is not kept when the sign-in service or the client id
 * changes, because a secret belongs to them.
 * @throws ExplainedFailure `not-found`, or `invalid-input` when a secret is needed or the practice workspace is meant.
 */
export async function updateWorkspace(id: string, change: WorkspaceChange): Promise<WorkspaceView> {
  const before = await needWorkspace(id)
  if (before.kind === 'practice') throw new ExplainedFailure({ code: 'invalid-input', retryable: false })
  const { clientSecret, ...facts } = change
  const movesSecret = before.imsOrigin !== facts.imsOrigin || before.clientId !== facts.clientId
  if (movesSecret && clientSecret === undefined) {
    throw new ExplainedFailure({ code: 'invalid-input', mendAt: 'workspace', retryable: false })
  }
  if (clientSecret !== undefined) await replaceSecret(before.clientSecretId, clientSecret)
  return toWorkspaceView(await changeWorkspace(id, facts))
}

/** The practice workspace's addresses and credential are the emulator's; name and sandbox are people's. */
export async function updatePracticeWorkspace(id: string, change: PracticeWorkspaceChange): Promise<WorkspaceView> {
  await needWorkspace(id)
  return toWorkspaceView(await changeWorkspace(id, { name: change.name, sandbox: change.sandbox }))
}

/** How flows that are begun from now on describe the source's raw columns; flows that exist stay as they are. */
export async function chooseRawSchema(id: string, mode: RawSchemaMode): Promise<WorkspaceView> {
  await needWorkspace(id)
  return toWorkspaceView(await setWorkspaceRawSchema(id, mode))
}

/** Puts a workspace away; flows and history stay readable. */
export async function archiveWorkspace(id: string, now: Date = new Date()): Promise<WorkspaceView> {
  await needWorkspace(id)
  return toWorkspaceView(await setWorkspaceArchived(id, now))
}

export async function restoreWorkspace(id: string): Promise<WorkspaceView> {
  await needWorkspace(id)
  return toWorkspaceView(await setWorkspaceArchived(id, null))
}
