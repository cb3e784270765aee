import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The key of the advisory lock that Prisma's own engine takes on PostgreSQL, so that the two never run at once. */
const PRISMA_MIGRATION_LOCK = 72707369

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies the migrations in `directory` that the database does not have yet and returns their names.
 * Keeps Prisma's own ledger table, so that `prisma migrate deploy` accepts the result. Each migration is one transaction.
 * @throws when a migration was edited after it was applied, or an earlier one failed half-way.
 */
export async function applyMigrations(databaseUrl: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATION_LOCK])
    await client.query(TABLE)
    return await applyMissing(client, directory)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_MIGRATION_LOCK]).catch(() => undefined)
    await client.end()
  }
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

async function applyMissing(client: pg.Client, directory: string): Promise<string[]> {
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
  )
  const failed = rows.find((row) => !row.finished_at && !row.rolled_back_at)
  if (failed) throw new Error(`Migration ${failed.migration_name} failed earlier and was not resolved.`)
  const applied = new Map(rows.filter((row) => !row.rolled_back_at).map((row) => [row.migration_name, row.checksum]))

  const done: string[] = []
  for (const name of listMigrations(directory)) {
    const sql = fs.readFileSync(path.join(directory, name, 'migration.sql'), 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    const known = applied.get(name)
    if (known === checksum) continue
    if (known) throw new Error(`Migration ${name} was edited after it was applied.`)
    await applyOne(client, name, sql, checksum)
    done.push(name)
  }
  return done
}

function listMigrations(directory: string): string[] {
  const entries = fs.readdirSync(directory, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string) {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name])
  try {
    await client.query(`BEGIN;\n${sql}\nCOMMIT;`)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)])
    throw error
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
