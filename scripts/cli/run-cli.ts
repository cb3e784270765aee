import { ExplainedFailure } from '@/lib/explained-error'
import { definitionJsonSchema } from '@/lib/flows/definition-json-schema'
import { ExplainedError } from '../lib/explained-error'
import { CliFailure } from './cli-failure'
import type { RunCommand } from './command'
import { exitCodes, type ExitCode } from './exit-codes'
import { FaultyDocument } from './faulty-document'
import { openInstallation } from './open-installation'
import { readCliOptions, type CliOptions, type Command } from './options'
import { loadWords, type Words } from './words'

/** Where a command writes: results, and what went wrong. */
export type Output = { print: (text: string) => void; complain: (text: string) => void }

/** Commands are loaded once the environment is complete: the library reads it when it is first used. */
const commands: Record<Exclude<Command, 'schema'>, () => Promise<RunCommand>> = {
  plan: async () => (await import('./commands/plan')).plan,
  apply: async () => (await import('./commands/apply')).apply,
  status: async () => (await import('./commands/status')).status,
  undo: async () => (await import('./commands/undo')).undo,
  export: async () => (await import('./commands/export')).exportCommand,
}

/** One command line from its words to its exit code; whatever fails is explained and never thrown. */
export async function runCli(args: string[], output: Output): Promise<ExitCode> {
  const words = await loadWords()
  try {
    const options = readCliOptions(args)
    if (options === 'help') return tell(words.say('documents.cli.help'), output)
    if (options.command === 'schema') return tell(JSON.stringify(definitionJsonSchema(), null, 2), output)
    return await runOnInstallation(options.command, options, words, output)
  } catch (error) {
    const { text, code } = explain(error, words)
    output.complain(text)
    return code
  }
}

function tell(text: string, { print }: Output): ExitCode {
  print(text)
  return exitCodes.done
}

async function runOnInstallation(name: keyof typeof commands, options: CliOptions, words: Words, { print }: Output): Promise<ExitCode> {
  const installation = await openInstallation()
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  try {
    const command = await commands[name]()
    return await command({ options, words, url: installation.url, signal: stopping.signal, print })
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
    await installation.close()
  }
}

/** What happened in sentences; the standard output holds results alone. */
function explain(error: unknown, { say, explain: sentences, problem }: Words): { text: string; code: ExitCode } {
  if (error instanceof CliFailure) {
    const help = error.exitCode === exitCodes.usage ? `\n\n${say('documents.cli.help')}` : ''
    return { text: say(error.key, error.values) + help, code: error.exitCode }
  }
  if (error instanceof FaultyDocument) return { text: error.problems.map((one) => `✗ ${problem(one)}`).join('\n'), code: exitCodes.refused }
  if (error instanceof ExplainedFailure) return { text: sentences(error.explained), code: exitCodes.failed }
  if (error instanceof ExplainedError) return { text: `${error.message}\n${error.remedy}`, code: exitCodes.failed }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: exitCodes.failed }
}
