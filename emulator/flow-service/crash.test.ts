import fc from 'fast-check'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

import { readWrittenRows } from '../catalog/batch-files'
import { asText } from '../json'
import { startForTest } from './call-for-test'
import { makeFlow, passTime, scopeOf } from './fixture-for-test'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-crash-'))
  folders.push(folder)
  return folder
}

type Emulator = ReturnType<typeof startForTest>

/** All that runs leave behind. */
function remains(emulator: Emulator) {
  const { store } = emulator.world
  const scope = scopeOf(emulator)
  const batches = store.list(scope, 'batches').map((batch) => [batch, readWrittenRows(emulator.world, asText(batch['id'])).length])
  return {
    runs: store.list(scope, 'runs').map(({ createdAt: _created, ...run }) => run),
    batches,
    jobs: store.list(scope, 'jobs'),
    schedules: store.list(scope, 'schedules'),
    datasets: store.list(scope, 'dataSets'),
  }
}

test('killed at any byte of its log, it comes to the same end: no run lost, none twice, no batch torn', async () => {
  const dataDir = makeFolder()
  const whole = startForTest({ dataDir })
  await makeFlow(whole, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  const logPath = join(dataDir, 'log.jsonl')
  const before = readFileSync(logPath).length
  await passTime(whole, 423)
  await passTime(whole, 2_000)
  await passTime(whole, 9_000)
  const endMs = whole.world.clock.now()
  const expected = remains(whole)
  whole.close()
  const after = readFileSync(logPath).length
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: before, max: after }), async (cut) => {
      const copy = makeFolder()
      cpSync(dataDir, copy, { recursive: true })
      truncateSync(join(copy, 'log.jsonl'), cut)
      // Batch files that were written for a run which never ended.
      writeFileSync(join(copy, 'blobs', 'stray'), 'x')
      const again = startForTest({ dataDir: copy, startMs: endMs })
      await passTime(again, 0)
      expect(remains(again)).toEqual(expected)
      again.close()
    }),
    { numRuns: 40 },
  )
})
