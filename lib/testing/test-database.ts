import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/lib/data/migrate'

export type TestDatabase = { url: string; drop: () => Promise<void> }

const migrationsDirectory = path.resolve(import.meta.dirname, '../../prisma/migrations')

/**
 * A fresh database with all migrations on the PostgreSQL server that `TEST_DATABASE_URL` names (the test command starts
 * one), and the way to drop it. Every caller gets its own, so test files can run at the same time.
 * @throws when `TEST_DATABASE_URL` is missing.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set: integration tests need a running PostgreSQL.')
  const name = `tributary_test_${randomBytes(8).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  try {
    await applyMigrations(url.href, migrationsDirectory)
  } catch (error) {
    await drop()
    throw error
  }
  return { url: url.href, drop }
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
