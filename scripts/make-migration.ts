/**
 * Writes the SQL that brings the database from the committed migrations to prisma/schema.prisma.
 * Usage: npx tsx scripts/make-migration.ts NAME
 * Prisma's own `migrate dev` wants a native engine that is a download of its own; its WASM form does the same here.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { applyMigrations } from '@/lib/data/migrate'
import { startEmbeddedPostgres } from './lib/embedded-postgres'

const require = createRequire(import.meta.url)
const SCHEMA = 'prisma/schema.prisma'
const MIGRATIONS = 'prisma/migrations'
/** The schema as of the last migration: the engine compares two texts, for its WASM form cannot read a live database. */
const LAST = 'prisma/migrations/last.prisma'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('A name is needed: lower-case letters, digits and _, e.g. "add_alerts".')
  process.exit(2)
}

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-migration-'))
fs.chmodSync(dir, 0o755)
const server = await startEmbeddedPostgres({ dir: path.join(dir, 'pg'), database: 'shadow', durable: false })
try {
  await applyMigrations(server.url, MIGRATIONS)
  const sql = await diff(server.url)
  if (!sql.trim() || sql.includes('This is an empty migration')) {
    console.log('The schema and the migrations agree: nothing to write.')
  } else {
    const number = String(fs.readdirSync(MIGRATIONS).filter((entry) => /^\d{4}_/.test(entry)).length + 1).padStart(4, '0')
    const folder = path.join(MIGRATIONS, `${number}_${name}`)
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
    await applyMigrations(server.url, MIGRATIONS)
    fs.copyFileSync(SCHEMA, LAST)
    console.log(`Wrote ${folder}/migration.sql`)
  }
} finally {
  await server.stop()
  fs.rmSync(dir, { recursive: true, force: true })
}
process.exit(0)

async function diff(url: string): Promise<string> {
  const engineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const wasm = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  const content = fs.readFileSync(SCHEMA, 'utf8')
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  const engine = await engineModule.SchemaEngine.new({ datamodels: [[SCHEMA, content]] }, () => undefined, factory)
  const answer = await engine.diff({
    from: fs.existsSync(LAST)
      ? { tag: 'schemaDatamodel', files: [{ path: LAST, content: fs.readFileSync(LAST, 'utf8') }] }
      : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return answer.stdout ?? ''
}
