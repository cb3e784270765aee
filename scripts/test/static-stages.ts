import { runTool } from '../lib/run-tool'
import { ensurePrismaClient } from '../lib/prepare-build'
import type { Stage, StageResult } from './stages'

/** A check that has no single tests counts as one, passed or failed. */
async function check(args: string[]): Promise<StageResult> {
  const { code, output } = await runTool(args, { quiet: true })
  if (code !== 0) console.log(output.trim())
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

export const lint: Stage = {
  name: 'lint',
  title: 'Lint (oxlint)',
  run: () => check(['node_modules/oxlint/bin/oxlint', '--deny-warnings', '.']),
}

export const importRules: Stage = {
  name: 'imports',
  title: 'Import rules (dependency-cruiser)',
  run: () => {
    ensurePrismaClient()
    return check([
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', '--no-progress',
      'app', 'components', 'lib', 'emulator', 'e2e', 'scripts',
    ])
  },
}

export const types: Stage = {
  name: 'types',
  title: 'Types (tsc)',
  run: async () => {
    ensurePrismaClient()
    // Next writes its own route types; without them the first check of a clone would miss them.
    await runTool(['node_modules/next/dist/bin/next', 'typegen'], { quiet: true, env: { NEXT_TELEMETRY_DISABLED: '1' } })
    return check(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
  },
}
