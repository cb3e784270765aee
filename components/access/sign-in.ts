import type { SignInInput } from '@/lib/access/claim-input'

export type SignInOutcome =
  | { outcome: 'signed-in' }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number }
  /** The page was opened under an address that is not the app's own. */
  | { outcome: 'wrong-address' }
  | { outcome: 'unreachable' }

/** Asks better-auth for a session; the answer's cookie is kept by the browser. */
export async function signIn({ email, password }: SignInInput): Promise<SignInOutcome> {
  let response: Response
  try {
    response = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
  } catch {
    return { outcome: 'unreachable' }
  }
  if (response.ok) return { outcome: 'signed-in' }
  if (response.status === 429) {
    const body = (await response.json().catch(() => ({}))) as { message?: string }
    const seconds = Number(response.headers.get('x-retry-after') ?? body.message)
    return { outcome: 'wait', seconds: Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60 }
  }
  if (response.status === 403) return { outcome: 'wrong-address' }
  return { outcome: response.status < 500 ? 'refused' : 'unreachable' }
}
