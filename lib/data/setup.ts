import 'server-only'
import { randomUUID } from 'node:crypto'
import { database } from './database'

/** Any number that no other advisory lock of ours uses. */
const claimLock = 728_112_001

/** Keeps this token's hash as the only one that opens the claim page. */
export async function replaceSetupToken(tokenHash: string): Promise<void> {
  await database().$transaction([
    database().setupToken.deleteMany({ where: { usedAt: null } }),
    database().setupToken.create({ data: { tokenHash } }),
  ])
}

/** Whether the token is the current one and not used yet. */
export async function isSetupTokenOpen(tokenHash: string): Promise<boolean> {
  return (await database().setupToken.count({ where: { tokenHash, usedAt: null } })) === 1
}

export type FirstUser = { tokenHash: string; passwordHash: string; name: string; email: string }

/** Makes the first user and uses the token up, or does neither. Claims wait for each other. */
export async function createFirstUser(
  first: FirstUser,
): Promise<{ outcome: 'made'; userId: string } | { outcome: 'taken' } | { outcome: 'wrong-token' }> {
  return database().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${claimLock})`
    if ((await transaction.user.count()) > 0) return { outcome: 'taken' }
    const { count } = await transaction.setupToken.updateMany({
      where: { tokenHash: first.tokenHash, usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count !== 1) return { outcome: 'wrong-token' }
    const userId = randomUUID()
    await transaction.user.create({
      data: { id: userId, name: first.name, email: first.email, emailVerified: true, role: 'admin' },
    })
    // The form of better-auth's own e-mail accounts: it finds the password by this provider's name.
    await transaction.account.create({
      data: { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: first.passwordHash },
    })
    return { outcome: 'made', userId }
  })
}
