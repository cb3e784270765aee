import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { createFirstUser, isSetupTokenOpen, replaceSetupToken } from '@/lib/data/setup'
import { countUsers } from '@/lib/data/users'
import type { ClaimInput } from './claim-input'

// No import from Next in this file: the start command, which runs outside of it, makes the token.

/** Whether somebody can sign in already; the instance cannot be claimed from then on. */
export async function hasAnyUser(): Promise<boolean> {
  return (await countUsers()) > 0
}

/**
 * A new one-time token for the claim page: 256 random bits, of which the database keeps the SHA-256 alone.
 * Tokens made before are worth nothing from then on.
 */
export async function makeClaimToken(): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await replaceSetupToken(hashOf(token))
  return token
}

/** Whether the claim page may be shown for this token. */
export async function isClaimOpen(token: string): Promise<boolean> {
  return !(await hasAnyUser()) && (await isSetupTokenOpen(hashOf(token)))
}

/** `taken`: there is an administrator already. `wrong-token`: unknown, used or replaced by a newer one. */
export type ClaimOutcome = { outcome: 'made'; userId: string } | { outcome: 'taken' } | { outcome: 'wrong-token' }

/**
 * Makes the first administrator. Of two people who press at the same time exactly one becomes it; the token is used up
 * in the same transaction.
 */
export async function claimInstance(claim: ClaimInput): Promise<ClaimOutcome> {
  const tokenHash = hashOf(claim.token)
  // Asked before the costly hash of the password, so that nobody can make the server work without a token.
  if (!(await isSetupTokenOpen(tokenHash))) return { outcome: (await hasAnyUser()) ? 'taken' : 'wrong-token' }
  const passwordHash = await hashPassword(claim.password)
  return createFirstUser({ tokenHash, passwordHash, name: claim.name, email: claim.email })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
