import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChromium } from '../lib/find-chromium'
import { ensureBuild, ensurePrismaClient } from '../lib/prepare-build'
import { runTool } from '../lib/run-tool'
import type { Stage } from './stages'

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }

export const browser: Stage = {
  name: 'browser',
  title: 'Journeys in Chromium (Playwright)',
  run: async () => {
    const chromium = findChromium()
    ensurePrismaClient()
    ensureBuild(() => console.log('   Building the app…'))
    const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-playwright-')), 'report.json')
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const { code } = await runTool(['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'], { env })
    if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0, note: 'Playwright left no report' }
    const { stats, errors } = JSON.parse(fs.readFileSync(report, 'utf8')) as Report
    fs.rmSync(path.dirname(report), { recursive: true, force: true })
    const failed = stats.unexpected + stats.flaky + errors.length || (code === 0 ? 0 : 1)
    return { passed: stats.expected, failed, skipped: stats.skipped }
  },
}
