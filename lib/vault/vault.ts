import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  deleteUnusedDataKeys,
  findCurrentDataKey,
  findSecret,
  findSecretsNotUnder,
  insertDataKey,
  insertSecret,
  isDataKeyGone,
  listDataKeys,
  retireDataKeys,
  rewrapDataKey,
  updateSecret,
  withLock,
  type DataKeyRow,
  type SecretRow,
} from '@/lib/data/secrets'
import { env } from '@/lib/env'
import { ExplainedFailure } from '@/lib/explained-error'
import { open, seal } from './seal'
import { parseMasterKeys, type MasterKey } from './master-keys'

/**
 * Envelope encryption: every secret is sealed under a data key with its own id as context; data keys lie in the
 * database wrapped under a master key, which never does. Losing the database reveals nothing without the master key,
 * and the other way round.
 */

/**
 * Seals a secret and keeps it; answers the id to keep in its place. `recordId` may choose the id (a UUID) beforehand.
 */
export async function sealSecret(plain: string, recordId: string = randomUUID()): Promise<string> {
  await underCurrentKey((key) => insertSecret({ id: recordId, dataKeyId: key.id, sealed: sealFor(recordId, plain, key) }))
  return recordId
}

/**
 * The secret in the clear, for the moment of its use.
 * @throws ExplainedFailure `secret-unreadable` when the master key is another or the row was altered.
 */
export async function openSecret(id: string): Promise<string> {
  const secret = await findSecret(id)
  if (!secret) throw unreadable(new Error(`There is no secret ${id}.`))
  return openRow(secret).toString('utf8')
}

/** Puts another secret in the place of one that exists; its id stays. */
export async function replaceSecret(id: string, plain: string): Promise<void> {
  const isThere = await underCurrentKey((key) => updateSecret(id, { dataKeyId: key.id, sealed: sealFor(id, plain, key) }))
  if (!isThere) {
    throw unreadable(new Error(`There is no secret ${id}.`))
  }
}

/**
 * Wraps every data key under the current (first) master key; afterwards the older ones can be taken out of the
 * environment. Secrets are not touched. One transaction: a crash leaves the old wrapping, and running it again does no
 * harm.
 * @returns how many data keys were wrapped anew.
 */
export async function rotateMasterKey(): Promise<number> {
  const [current] = masterKeys()
  return withLock('vault', async (store) => {
    const stale = (await listDataKeys(store)).filter((row) => row.masterKeyId !== current.id)
    for (const row of stale) await rewrapDataKey(store, row.id, current.id, wrap(unwrap(row), row.id, current))
    return stale.length
  })
}

/**
 * Makes a fresh data key and seals all secrets anew under it, in small steps that may be interrupted anywhere and taken
 * up again; the old key is removed once nothing needs it. Readers and writers go on meanwhile.
 * @returns how many secrets were sealed anew.
 */
export async function rotateDataKey(): Promise<number> {
  const fresh = await withLock('vault', async (store) => {
    const key = await makeDataKey(store)
    await retireDataKeys(store, key.id)
    return key
  })
  return resealUnder(fresh)
}

async function resealUnder(key: OpenKey): Promise<number> {
  let resealed = 0
  for (;;) {
    const batch = await findSecretsNotUnder(key.id, 100)
    if (batch.length === 0) break
    for (const secret of batch) {
      const sealed = seal(openRow(secret), key.bytes, key.id, contextOf(secret.id))
      // A secret replaced meanwhile, under whichever key, must not get its old value back.
      if (await updateSecret(secret.id, { dataKeyId: key.id, sealed: new Uint8Array(sealed) }, secret.sealed)) resealed += 1
    }
  }
  await withLock('vault', (store) => deleteUnusedDataKeys(store))
  return resealed
}

type OpenKey = { id: string; bytes: Buffer }

const masterKeys = () => parseMasterKeys(env().TRIBUTARY_MASTER_KEY)
const contextOf = (secretId: string) => `secret:${secretId}`
const wrapContextOf = (dataKeyId: string) => `data-key:${dataKeyId}`

async function currentDataKey(): Promise<OpenKey> {
  const known = await findCurrentDataKey()
  if (known) return { id: known.id, bytes: unwrap(known) }
  return withLock('vault', async (store) => {
    const meanwhile = await findCurrentDataKey(store)
    return meanwhile ? { id: meanwhile.id, bytes: unwrap(meanwhile) } : makeDataKey(store)
  })
}

/** Writes under the current key. A rotation may end, and its old key go, between the reading of that key and the write. */
async function underCurrentKey<T>(write: (key: OpenKey) => Promise<T>): Promise<T> {
  try {
    return await write(await currentDataKey())
  } catch (error) {
    if (!isDataKeyGone(error)) throw error
    return write(await currentDataKey())
  }
}

async function makeDataKey(store: Parameters<typeof insertDataKey>[0]): Promise<OpenKey> {
  const [current] = masterKeys()
  const key = { id: randomUUID(), bytes: randomBytes(32) }
  await insertDataKey(store, { id: key.id, masterKeyId: current.id, wrapped: wrap(key.bytes, key.id, current) })
  return key
}

const wrap = (bytes: Buffer, dataKeyId: string, master: MasterKey) =>
  new Uint8Array(seal(bytes, master.bytes, master.id, wrapContextOf(dataKeyId)))

function unwrap(row: DataKeyRow): Buffer {
  const master = masterKeys().find(({ id }) => id === row.masterKeyId)
  if (!master) throw unreadable(new Error('The master key that wraps this data key is not in TRIBUTARY_MASTER_KEY.'))
  try {
    return open(row.wrapped, master.bytes, wrapContextOf(row.id))
  } catch (cause) {
    throw unreadable(cause)
  }
}

const sealFor = (secretId: string, plain: string, key: OpenKey) =>
  new Uint8Array(seal(Buffer.from(plain, 'utf8'), key.bytes, key.id, contextOf(secretId)))

function openRow(secret: SecretRow): Buffer {
  const key = unwrap(secret.dataKey)
  try {
    return open(secret.sealed, key, contextOf(secret.id))
  } catch (cause) {
    throw unreadable(cause)
  }
}

const unreadable = (cause: unknown) =>
  new ExplainedFailure({ code: 'secret-unreadable', mendAt: 'workspace', retryable: false }, { cause })
