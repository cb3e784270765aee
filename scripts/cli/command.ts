import type { CliOptions } from './options'
import type { ExitCode } from './exit-codes'
import type { Words } from './words'

export type CommandContext = {
  options: CliOptions
  words: Words
  /** Address of the app. */
  url: string
  /** Ends when the person presses Ctrl-C. */
  signal: AbortSignal
  print: (text: string) => void
}

/** What a command does; answers the exit code. */
export type RunCommand = (context: CommandContext) => Promise<ExitCode>
