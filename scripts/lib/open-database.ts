import path from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/lib/data/migrate'
import { startEmbeddedPostgres } from './embedded-postgres'
import { ExplainedError } from './explained-error'
import { root } from './project'

/** `isJoined`: the server ran already, for somebody else. */
export type OpenDatabase = { url: string; embedded: boolean; isJoined: boolean; stop: () => Promise<void> }

/** The database of this installation, migrated: the server DATABASE_URL names, else the embedded one in the data folder. */
export async function openDatabase(dir: string): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL
  const database = given ? await openGiven(given) : await openEmbedded(dir)
  await applyMigrations(database.url, path.join(root, 'prisma', 'migrations'))
  return database
}

async function openEmbedded(dir: string): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({ dir: path.join(dir, 'postgres'), database: 'tributary' })
  return { url: server.url, embedded: true, isJoined: server.isJoined, stop: server.stop }
}

async function openGiven(url: string): Promise<OpenDatabase> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    // The address may hold a password, so only its host and database are repeated.
    const place = describeUrl(url)
    throw new ExplainedError(
      `The database that DATABASE_URL names (${place}) cannot be reached: ${(error as Error).message || 'no answer'}.`,
      'Start that server or correct DATABASE_URL; unset it to use the embedded database.',
    )
  } finally {
    await client.end().catch(() => undefined)
  }
  return { url, embedded: false, isJoined: true, stop: async () => undefined }
}

function describeUrl(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || '5432'}${pathname}`
  } catch {
    return 'not a postgresql:// address'
  }
}
