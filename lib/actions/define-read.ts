import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { authorise, NotSignedIn } from '@/lib/access/authorise'
import type { CurrentUser } from '@/lib/access/current-user'
import type { ExplainedError } from '@/lib/explained-error'
import { explainFailure } from './explain-failure'
import { fieldErrorsOf } from './field-errors'

export type ReadDefinition<Input extends z.ZodType, Output> = {
  /** Parses the route's and the address's parameters together; a name given twice arrives as a list. */
  input: Input
  /** `signal` ends when the browser no longer wants the answer. */
  run: (input: z.output<Input>, context: { user: CurrentUser; signal: AbortSignal }) => Promise<Output>
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

/** A GET route handler for polling reads: `export const GET = defineRead({ input, run })`. Never cached between people. */
export function defineRead<Input extends z.ZodType, Output>(
  definition: ReadDefinition<Input, Output>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const address = new URL(request.url)
    try {
      const user = await authorise()
      const parsed = definition.input.safeParse({ ...readSearch(address.searchParams), ...(await context.params) })
      if (!parsed.success) {
        const error: ExplainedError = { code: 'invalid-input', retryable: false }
        return answer(400, { error, fieldErrors: fieldErrorsOf(parsed.error) })
      }
      return answer(200, await definition.run(parsed.data, { user, signal: request.signal }))
    } catch (thrown) {
      unstable_rethrow(thrown)
      if (thrown instanceof NotSignedIn) return answer(401, { error: thrown.explained })
      const error = explainFailure(thrown, { read: address.pathname })
      return answer(statusOf(error), { error })
    }
  }
}

function readSearch(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const all = search.getAll(key)
      return [key, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}

/** 502 when the fault is Adobe's, so that it is not taken for one of ours. */
function statusOf(error: ExplainedError): number {
  if (error.code === 'unexpected') return 500
  if (error.code === 'not-found') return 404
  if (error.code === 'conflict') return 409
  return error.adobe ? 502 : 422
}

function answer(status: number, body: unknown): Response {
  const json = JSON.stringify(body ?? null, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return new Response(json, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
