import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Child } from '../lib/child-process'
import { findFreePort } from '../lib/free-port'
import { readOrMakeKeys } from '../lib/keys'
import { openDatabase } from '../lib/open-database'
import { ensurePrismaClient } from '../lib/prepare-build'
import { startEmulator } from '../start/start-emulator'

export type BenchHouse = {
  emulatorUrl: string
  credential: { origin: string; orgId: string; clientId: string; clientSecret: string; sandbox: string }
  /** Milliseconds the emulator adds to every call. */
  setLatency: (ms: number) => Promise<void>
  stop: () => Promise<void>
}

/** A database and an emulator of their own for measuring, and the environment by which the library finds them. */
export async function openBenchHouse(): Promise<BenchHouse> {
  ensurePrismaClient()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-bench-'))
  fs.chmodSync(dir, 0o755)
  const data = path.join(dir, 'data')
  fs.mkdirSync(data, { mode: 0o711 })
  const given = process.env.DATABASE_URL
  delete process.env.DATABASE_URL
  const database = await openDatabase(data)
  const children: Child[] = []
  const practice = await startEmulator({ port: await findFreePort(), dir: path.join(data, 'emulator'), keep: (child) => void children.push(child) })
  Object.assign(process.env, readOrMakeKeys(data), practice, { DATABASE_URL: database.url, TRIBUTARY_WORKER: 'off', LOG_LEVEL: 'error' })
  const emulatorUrl = practice.EMULATOR_URL ?? ''
  return {
    emulatorUrl,
    credential: {
      origin: emulatorUrl,
      orgId: practice.EMULATOR_ORG_ID ?? '',
      clientId: practice.EMULATOR_CLIENT_ID ?? '',
      clientSecret: practice.EMULATOR_CLIENT_SECRET ?? '',
      sandbox: 'dev',
    },
    setLatency: async (ms) => {
      const answer = await fetch(`${emulatorUrl}/_emulator/latency`, {
        method: 'POST', body: JSON.stringify({ ms }), headers: { 'content-type': 'application/json' },
      })
      if (!answer.ok) throw new Error(`The emulator took no latency: ${answer.status}`)
    },
    stop: async () => {
      const { closeDatabase } = await import('@/lib/data/database')
      await closeDatabase()
      for (const child of children) await child.stop()
      await database.stop()
      if (given !== undefined) process.env.DATABASE_URL = given
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}
