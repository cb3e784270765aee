import 'server-only'
import { Prisma } from './generated/client'
import { database } from './database'

export type DataKeyRow = { id: string; masterKeyId: string; wrapped: Uint8Array; retiredAt: Date | null }
export type SecretRow = { id: string; sealed: Uint8Array; dataKey: DataKeyRow }

type Store = Prisma.TransactionClient

/** Advisory locks over all processes. The numbers are ours, and only have to be unique here. */
const locks = { vault: 7_203_341, practice: 7_203_342 } as const

/**
 * Runs `work` in a transaction that no other under the same lock overlaps: `vault` for what makes or re-wraps data
 * keys, `practice` for making the practice workspace (which seals a secret, so it needs a lock of its own). Released
 * however it ends.
 */
export async function withLock<T>(lock: keyof typeof locks, work: (store: Store) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (store) => {
      await store.$executeRaw`SELECT pg_advisory_xact_lock(${locks[lock]}::bigint)`
      return work(store)
    },
    { timeout: 60_000, maxWait: 30_000 },
  )
}

const dataKeyFields = { id: true, masterKeyId: true, wrapped: true, retiredAt: true } as const

/** The data key that new secrets are sealed with: the youngest that is not retired. */
export const findCurrentDataKey = (store: Store = database()): Promise<DataKeyRow | null> =>
  store.dataKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: 'desc' }, select: dataKeyFields })

export const insertDataKey = (
  store: Store,
  key: { id: string; masterKeyId: string; wrapped: Uint8Array<ArrayBuffer> },
): Promise<DataKeyRow> => store.dataKey.create({ data: key, select: dataKeyFields })

export const listDataKeys = (store: Store): Promise<DataKeyRow[]> =>
  store.dataKey.findMany({ select: dataKeyFields, orderBy: { createdAt: 'asc' } })

export async function rewrapDataKey(
  store: Store,
  id: string,
  masterKeyId: string,
  wrapped: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await store.dataKey.update({ where: { id }, data: { masterKeyId, wrapped } })
}

export async function retireDataKeys(store: Store, exceptId: string): Promise<void> {
  await store.dataKey.updateMany({ where: { id: { not: exceptId }, retiredAt: null }, data: { retiredAt: new Date() } })
}

/** Data keys that are retired and seal nothing any more are of no use but to a thief. */
export async function deleteUnusedDataKeys(store: Store): Promise<number> {
  const { count } = await store.dataKey.deleteMany({ where: { retiredAt: { not: null }, secrets: { none: {} } } })
  return count
}

export const findSecret = (id: string): Promise<SecretRow | null> =>
  database().secret.findUnique({
    where: { id },
    select: { id: true, sealed: true, dataKey: { select: dataKeyFields } },
  })

export async function insertSecret(secret: {
  id: string
  dataKeyId: string
  sealed: Uint8Array<ArrayBuffer>
}): Promise<void> {
  await database().secret.create({ data: secret })
}

/** False when there is no such secret, or `ifSealed` is given and it is sealed anew by now: no two seals are alike. */
export async function updateSecret(
  id: string,
  change: { dataKeyId: string; sealed: Uint8Array<ArrayBuffer> },
  ifSealed?: Uint8Array,
): Promise<boolean> {
  const { count } = await database().secret.updateMany({
    where: { id, ...(ifSealed && { sealed: new Uint8Array(ifSealed) }) },
    data: change,
  })
  return count === 1
}

/** Some secrets that are sealed with another data key than the given one. */
export const findSecretsNotUnder = (dataKeyId: string, limit: number): Promise<SecretRow[]> =>
  database().secret.findMany({
    where: { dataKeyId: { not: dataKeyId } },
    take: limit,
    orderBy: { id: 'asc' },
    select: { id: true, sealed: true, dataKey: { select: dataKeyFields } },
  })

/** Whether a write failed because the data key it names is there no longer. */
export const isDataKeyGone = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003'

export async function deleteSecret(id: string): Promise<void> {
  await database().secret.deleteMany({ where: { id } })
}
