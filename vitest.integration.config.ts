import { defineConfig } from 'vitest/config'
import unit from './vitest.config'

export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['{app,components,lib,emulator,scripts,e2e}/**/*.integration.test.ts'],
    exclude: ['**/node_modules/**'],
    // Each file makes databases of its own on one server; two at a time is what two cores carry.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
