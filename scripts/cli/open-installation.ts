import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { findRunningInstance } from '../lib/instance-lock'
import { readOrMakeKeys } from '../lib/keys'
import { openDatabase } from '../lib/open-database'
import { ensurePrismaClient } from '../lib/prepare-build'
import { dataDir } from '../lib/project'
import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'

export type Installation = {
  /** Address of the app; what exported documents name their schema by. */
  url: string
  close: () => Promise<void>
}

/**
 * The database and keys of `npm start`, whether it runs or not: the server that DATABASE_URL names, the embedded one that
 * runs already, or else started for the length of the command. Sets the environment that the library reads.
 * @throws CliFailure where nothing was ever started on this data folder
 */
export async function openInstallation(): Promise<Installation> {
  const dir = dataDir()
  if (!fs.existsSync(path.join(dir, 'keys.json')) && !process.env.TRIBUTARY_MASTER_KEY) {
    throw new CliFailure('documents.cli.neverStarted', { dir }, exitCodes.failed)
  }
  const instance = findRunningInstance(dir)
  ensurePrismaClient()
  const database = await openDatabase(dir)
  const url = process.env.TRIBUTARY_URL ?? instance?.url ?? 'http://127.0.0.1:3000'
  Object.assign(process.env, readOrMakeKeys(dir), { DATABASE_URL: named(database.url), TRIBUTARY_URL: url })
  // The practice workspace's calls are let through only to the emulator that runs beside the app.
  if (instance?.emulatorUrl) process.env.EMULATOR_URL ??= instance.emulatorUrl
  return {
    url,
    close: async () => {
      const { closeDatabase } = await import('@/lib/data/database')
      await closeDatabase()
      // Whoever started the app meanwhile has joined our server: it stays for them.
      if (!database.isJoined && !(await isUsedByOthers(database.url))) await database.stop()
    },
  }
}

const ourName = `tributary-cli-${process.pid}`

/** The address under a name by which the server can tell our connections from those of others. */
function named(url: string): string {
  const address = new URL(url)
  address.searchParams.set('application_name', ourName)
  return address.href
}

async function isUsedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: named(url) })
  await client.connect()
  try {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> $1`,
      [ourName],
    )
    return (rows[0]?.others ?? 0) > 0
  } finally {
    await client.end()
  }
}
