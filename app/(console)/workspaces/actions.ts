'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/actions/define-action'
import { InvalidInput } from '@/lib/actions/invalid-input'
import { rawSchemaModes } from '@/lib/data/workspaces'
import { checkWorkspace } from '@/lib/workspaces/check-workspace'
import { practiceWorkspaceChange, workspaceChange, workspaceInput } from '@/lib/workspaces/workspace-input'
import {
  archiveWorkspace,
  chooseRawSchema,
  createWorkspace,
  getWorkspace,
  restoreWorkspace,
  updatePracticeWorkspace,
  updateWorkspace,
} from '@/lib/workspaces/workspaces'

const onWorkspace = ({ id }: { id: string }) => ({ subject: id })

const create = defineAction({
  name: 'workspace.create',
  input: workspaceInput,
  run: async (input, { user }) => ({ id: (await createWorkspace(input, user.id)).id }),
  audit: onWorkspace,
})

export async function createWorkspaceAction(raw: unknown) {
  return create(raw)
}

const update = defineAction({
  name: 'workspace.update',
  input: workspaceChange.extend({ id: z.uuid() }),
  run: async ({ id, ...change }) => {
    const before = await getWorkspace(id)
    const movesSecret = before.imsOrigin !== change.imsOrigin || before.clientId !== change.clientId
    if (movesSecret && change.clientSecret === undefined) {
      throw new InvalidInput({ clientSecret: 'workspaces.problems.secretNeeded' })
    }
    await updateWorkspace(id, change)
    return { id }
  },
  audit: (output, { clientSecret }) => ({ ...onWorkspace(output), detail: { replacedSecret: clientSecret !== undefined } }),
})

export async function updateWorkspaceAction(raw: unknown) {
  return update(raw)
}

const updatePractice = defineAction({
  name: 'workspace.update',
  input: practiceWorkspaceChange.extend({ id: z.uuid() }),
  run: async ({ id, ...change }) => {
    await updatePracticeWorkspace(id, change)
    return { id }
  },
  audit: onWorkspace,
})

export async function updatePracticeWorkspaceAction(raw: unknown) {
  return updatePractice(raw)
}

const byId = z.object({ id: z.uuid() })

const check = defineAction({
  name: 'workspace.check',
  input: byId,
  run: async ({ id }) => ({ id, checks: await checkWorkspace(id), checkedAt: new Date().toISOString() }),
  audit: onWorkspace,
})

export async function checkWorkspaceAction(raw: unknown) {
  return check(raw)
}

const archive = defineAction({
  name: 'workspace.archive',
  input: byId,
  run: async ({ id }) => {
    await archiveWorkspace(id)
    return { id }
  },
  audit: onWorkspace,
})

export async function archiveWorkspaceAction(raw: unknown) {
  return archive(raw)
}

const restore = defineAction({
  name: 'workspace.restore',
  input: byId,
  run: async ({ id }) => {
    await restoreWorkspace(id)
    return { id }
  },
  audit: onWorkspace,
})

export async function restoreWorkspaceAction(raw: unknown) {
  return restore(raw)
}

const rawSchema = defineAction({
  name: 'workspace.raw-schema',
  input: byId.extend({ mode: z.enum(rawSchemaModes) }),
  run: async ({ id, mode }) => ({ id, mode: (await chooseRawSchema(id, mode)).rawSchemaMode }),
  audit: ({ id, mode }) => ({ subject: id, detail: { mode } }),
})

export async function chooseRawSchemaAction(raw: unknown) {
  return rawSchema(raw)
}
