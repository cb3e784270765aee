import { ensurePrismaClient } from '../lib/prepare-build'
import type { Stage } from './stages'
import { runVitest } from './vitest'

export const unit: Stage = {
  name: 'unit',
  title: 'Unit, property and contract tests (vitest)',
  run: async () => {
    ensurePrismaClient()
    const result = await runVitest('vitest.config.ts')
    const missing = ['ADOBE_SPECS_DIR', 'XDM_DIR'].filter((name) => !process.env[name])
    return missing.length === 0 ? result : { ...result, note: `Contract tests skipped where unset: ${missing.join(', ')}` }
  },
}
