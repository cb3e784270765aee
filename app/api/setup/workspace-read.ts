import 'server-only'
import { z } from 'zod'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { defineRead } from '@/lib/actions/define-read'
import { ExplainedFailure, type ExplainedError } from '@/lib/explained-error'
import type { Result } from '@/lib/result'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

type WorkspaceRead<Shape extends z.ZodRawShape, Output> = {
  /** Parameters besides the workspace's id. */
  params?: Shape
  run: (client: AdobeClient, params: z.output<z.ZodObject<Shape>> & { workspaceId: string }) => Promise<Output>
}

/** A question to the Adobe of one workspace. It is called off when the browser no longer wants the answer. */
export function defineWorkspaceRead<Shape extends z.ZodRawShape, Output>({ params, run }: WorkspaceRead<Shape, Output>) {
  // Spreading a generic shape loses its keys to the compiler; the object is the same.
  const input = z.object({ ...params, workspaceId: z.uuid() }) as unknown as z.ZodType<
    z.output<z.ZodObject<Shape>> & { workspaceId: string }
  >
  return defineRead({
    input,
    run: async (parsed, { signal }) => {
      const { client } = await openWorkspace(parsed.workspaceId, { signal })
      return run(client, parsed)
    },
  })
}

/** The data of an answer, or the explained failure. `mendAt` says where the person can do something about it. */
export function orExplain<Data>(result: Result<Data, AdobeError>, mendAt?: ExplainedError['mendAt']): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, mendAt ? { mendAt } : {}), { cause: result.error })
}
