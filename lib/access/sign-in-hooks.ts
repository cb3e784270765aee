import 'server-only'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { writeAudit } from '@/lib/audit/write-audit'
import { makeFailureCounter } from './failure-counter'
import { preferenceCookie, preferenceCookiesOf } from './preference-cookies'

const path = '/sign-in/email'

/**
 * What happens around a sign-in beside better-auth's own work. Guessing is slowed down for each account, wherever the
 * guesses come from: after five failures in a row the account waits, at most a minute, so that its owner is never
 * locked out for long. Attempts are written down; who gets in finds the language and time zone chosen elsewhere.
 */
export function makeSignInHooks() {
  const failures = makeFailureCounter()
  return {
    before: createAuthMiddleware(async (context) => {
      if (context.path !== path) return
      const waitMs = failures.waitMs(emailOf(context.body), Date.now())
      if (waitMs > 0) {
        throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: String(Math.ceil(waitMs / 1000)) })
      }
    }),
    after: createAuthMiddleware(async (context) => {
      if (context.path !== path) return
      const email = emailOf(context.body)
      if (context.context.newSession) {
        const { id } = context.context.newSession.user
        failures.forget(email)
        for (const [name, value] of await preferenceCookiesOf(id)) context.setCookie(name, value, preferenceCookie)
        await writeAudit({ actorId: id, action: 'sign-in' })
      } else {
        failures.count(email, Date.now())
        await writeAudit({ action: 'sign-in.denied', detail: { email: email.slice(0, 320) } })
      }
    }),
  }
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined
  return typeof email === 'string' ? email.trim().toLowerCase() : ''
}
