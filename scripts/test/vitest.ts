import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ChildEnv } from '../lib/child-env'
import { runTool } from '../lib/run-tool'
import type { StageResult } from './stages'

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; success: boolean }

/** Runs vitest with a configuration and counts from its JSON report, not from its words. */
export async function runVitest(config: string, env: ChildEnv = {}): Promise<StageResult> {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-vitest-')), 'report.json')
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter=json', `--outputFile=${report}`, '--reporter=dot']
  const { code } = await runTool(args, { env })
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0, note: 'vitest left no report' }
  const read = JSON.parse(fs.readFileSync(report, 'utf8')) as Report
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  // A file that cannot be loaded fails no test, and an error outside any test only shows in the exit code.
  const failed = read.numFailedTests || (code === 0 ? 0 : Math.max(1, read.numFailedTestSuites))
  return { passed: read.numPassedTests, failed, skipped: read.numPendingTests }
}
