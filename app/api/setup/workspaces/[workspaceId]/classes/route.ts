import { defineWorkspaceRead } from '../../../workspace-read'
import { listClasses } from '../class-titles'

/** Classes for a schema to be built. */
export const GET = defineWorkspaceRead({ run: (client, { workspaceId }) => listClasses(client, workspaceId) })
