import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { database } from '@/lib/data/database'
import { env } from '@/lib/env'
import { makeSignInHooks } from './sign-in-hooks'
import { trustedOriginsOf } from './trusted-origins'

const hourSeconds = 3600
const daySeconds = 24 * hourSeconds

/** A session ends this long after its last use… */
export const idleSeconds = 7 * daySeconds
/** …and this long after sign-in, however much it was used (`authorise` sees to it). */
export const absoluteSeconds = 30 * daySeconds

function makeAuth() {
  const { TRIBUTARY_URL, TRIBUTARY_SESSION_SECRET } = env()
  const isSecure = TRIBUTARY_URL.startsWith('https:')
  return betterAuth({
    appName: 'Tributary',
    baseURL: TRIBUTARY_URL,
    basePath: '/api/auth',
    secret: TRIBUTARY_SESSION_SECRET,
    trustedOrigins: trustedOriginsOf(TRIBUTARY_URL),
    database: prismaAdapter(database(), { provider: 'postgresql', transaction: true }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // The first administrator comes through the claim link; nobody signs up.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
    },
    user: {
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'admin' } },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    session: { expiresIn: idleSeconds, updateAge: hourSeconds, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'tributary',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
    },
    hooks: makeSignInHooks(),
    // Last: it hands cookies set inside server actions to Next.
    plugins: [nextCookies()],
  })
}

let made: ReturnType<typeof makeAuth> | undefined

/** better-auth on our tables, made at first use so that importing this asks nothing of the environment. */
export function auth(): ReturnType<typeof makeAuth> {
  made ??= makeAuth()
  return made
}
