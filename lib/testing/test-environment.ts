import { vi } from 'vitest'

/**
 * Sets what `lib/env` demands, before its first reading in a test file. Pass `DATABASE_URL` and `EMULATOR_*` where
 * they matter; the rest are well-formed values that open nothing.
 */
export function stubEnvironment(values: Record<string, string> = {}): void {
  const needed = {
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
    TRIBUTARY_MASTER_KEY: '0'.repeat(64),
    TRIBUTARY_SESSION_SECRET: 'session-secret-of-a-test-run-only',
  }
  for (const [name, value] of Object.entries({ ...needed, ...values })) vi.stubEnv(name, value)
}
