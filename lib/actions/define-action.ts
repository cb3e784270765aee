import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { authorise, NotSignedIn } from '@/lib/access/authorise'
import type { CurrentUser } from '@/lib/access/current-user'
import { writeAudit } from '@/lib/audit/write-audit'
import type { ActionAnswer } from './action-answer'
import { explainFailure } from './explain-failure'
import { fieldErrorsOf } from './field-errors'
import { InvalidInput } from './invalid-input'

export type { ActionAnswer } from './action-answer'

export type ActionDefinition<Input extends z.ZodType, Output> = {
  /** Area and verb, e.g. `workspace.create`; the name in the audit trail. */
  name: string
  input: Input
  /** May throw ExplainedFailure or InvalidInput. Anything else thrown reaches the person as a reference only. */
  run: (input: z.output<Input>, context: { user: CurrentUser }) => Promise<Output>
  /** Id of what it was done to, for the audit trail; `false` leaves no entry (autosaves). */
  audit?: false | ((output: Output, input: z.output<Input>) => { subject?: string; detail?: Record<string, unknown> })
}

/**
 * The one way a change enters the server: session, then input, then work, then audit, then a safe answer.
 * A `'use server'` file wraps the result: `export async function createThingAction(raw: unknown) { return run(raw) }`.
 */
export function defineAction<Input extends z.ZodType, Output>(
  definition: ActionDefinition<Input, Output>,
): (raw: unknown) => Promise<ActionAnswer<Output>> {
  const { name, input, run, audit } = definition
  return async (raw) => {
    let user: CurrentUser | undefined
    try {
      user = await authorise()
      const parsed = input.safeParse(raw)
      if (!parsed.success) {
        return { ok: false, error: { code: 'invalid-input', retryable: false }, fieldErrors: fieldErrorsOf(parsed.error) }
      }
      const output = await run(parsed.data, { user })
      if (audit !== false) await writeAudit({ actorId: user.id, action: name, ...audit?.(output, parsed.data) })
      return { ok: true, data: output }
    } catch (thrown) {
      // redirect() and notFound() travel as exceptions that belong to the framework.
      unstable_rethrow(thrown)
      if (thrown instanceof NotSignedIn) {
        await writeAudit({ action: `${name}.denied` })
        return { ok: false, error: thrown.explained }
      }
      if (thrown instanceof InvalidInput) return { ok: false, error: thrown.explained, fieldErrors: thrown.fieldErrors }
      const error = explainFailure(thrown, { action: name, userId: user?.id })
      if (audit !== false) await writeAudit({ actorId: user?.id, action: `${name}.failed`, detail: { code: error.code } })
      return { ok: false, error }
    }
  }
}
