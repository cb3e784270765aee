import 'server-only'
import { z } from 'zod'
import { env } from '@/lib/env'
import { defineJob } from '@/lib/jobs/define-job'
import { syncDueWorkspaces } from './sync-due'

/** Looks at Adobe's flows and runs again and again, TRIBUTARY_SYNC_SECONDS apart. */
export const syncJob = defineJob({
  name: 'sync-workspaces',
  payload: z.object({}),
  // A tick is not exact; half an interval tells "just looked at" from "due".
  run: () => syncDueWorkspaces(Math.floor(env().TRIBUTARY_SYNC_SECONDS / 2)),
  repeat: { everySeconds: () => env().TRIBUTARY_SYNC_SECONDS, payload: {} },
  retryLimit: 0,
  expireInSeconds: 600,
})
