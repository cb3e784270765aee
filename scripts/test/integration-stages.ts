import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../lib/embedded-postgres'
import { ensurePrismaClient } from '../lib/prepare-build'
import { findServerBinaries } from './server-postgres'
import type { Stage, StageResult } from './stages'
import { runVitest } from './vitest'

async function runOn(binDir?: string): Promise<StageResult> {
  ensurePrismaClient()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-test-'))
  fs.chmodSync(dir, 0o755)
  const options = { dir: path.join(dir, 'postgres'), database: 'postgres', durable: false }
  const server = await startEmbeddedPostgres(binDir ? { ...options, binDir } : options)
  try {
    return await runVitest('vitest.integration.config.ts', { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

export const integrationOnEmbedded: Stage = {
  name: 'integration',
  title: 'Integration tests on the embedded PostgreSQL',
  run: () => runOn(),
}

export const integrationOnServer: Stage = {
  name: 'integration-server',
  title: 'Integration tests on a PostgreSQL server',
  run: async () => {
    if (process.env.DATABASE_URL) {
      ensurePrismaClient()
      return runVitest('vitest.integration.config.ts', { TEST_DATABASE_URL: process.env.DATABASE_URL })
    }
    const binaries = findServerBinaries()
    if ('missing' in binaries) return { passed: 0, failed: 0, skipped: 1, note: binaries.missing }
    return runOn(binaries.binDir)
  },
}
