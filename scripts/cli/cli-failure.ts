import type { ExitCode } from './exit-codes'

/** A way the command ends early: a message key with its values, and the exit code. */
export class CliFailure extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number>,
    readonly exitCode: ExitCode,
  ) {
    super(key)
    this.name = 'CliFailure'
  }
}
