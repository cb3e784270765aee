import { z } from 'zod'
import { checkSchedule, type ScheduleProblem } from '@/lib/schedule/check-schedule'
import { schedule } from '@/lib/schedule/schedule'
import { defineWorkspaceRead } from '../../../workspace-read'
import { flowSpecFor } from '../find-flow-spec'

const json = z.string().max(500).transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'invalid-json' })
    return z.NEVER
  }
})

/** Holds a schedule against the JSON Schema in the flow specification that this workspace's Adobe returned. */
export const GET = defineWorkspaceRead({
  params: { source: z.string().min(1), schedule: json.pipe(schedule) },
  run: async (client, { workspaceId, source, schedule: asked }): Promise<ScheduleProblem[]> => {
    const { scheduleSpec } = await flowSpecFor(client, workspaceId, source)
    return checkSchedule(asked, scheduleSpec, Date.now())
  },
})
