import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // The package throws outside a server bundle; tests are the server.
      'server-only': path.join(root, 'lib/testing/server-only.ts'),
    },
  },
  test: {
    include: ['{app,components,lib,emulator,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/*.integration.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
})
