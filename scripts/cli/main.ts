import { ExplainedFailure } from '@/lib/explained-error'
import { definitionJsonSchema } from '@/lib/flows/definition-json-schema'
import { ExplainedError } from '../lib/explained-error'
import { CliFailure } from './cli-failure'
import type { RunCommand } from './command'
import { exitCodes, type ExitCode } from './exit-codes'
import { FaultyDocument } from './faulty-document'
import { openInstallation } from './open-installation'
import { readCliOptions, type Command } from './options'
import { loadWords, type Words } from './words'

/** Commands are loaded once the environment is complete: the library reads it when it is first used. */
const commands: Record<Exclude<Command, 'schema'>, () => Promise<RunCommand>> = {
  plan: async () => (await import('./commands/plan')).plan,
  apply: async () => (await import('./commands/apply')).apply,
  status: async () => (await import('./commands/status')).status,
  undo: async () => (await import('./commands/undo')).undo,
  export: async () => (await import('./commands/export')).exportCommand,
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

const words = await loadWords()
process.exitCode = await run().catch((error: unknown) => explain(error, words))

async function run(): Promise<ExitCode> {
  const options = readCliOptions(process.argv.slice(2))
  if (options === 'help') {
    print(words.say('documents.cli.help'))
    return exitCodes.done
  }
  if (options.command === 'schema') {
    print(JSON.stringify(definitionJsonSchema(), null, 2))
    return exitCodes.done
  }
  const installation = await openInstallation()
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  try {
    const command = await commands[options.command]()
    return await command({ options, words, url: installation.url, signal: stopping.signal, print })
  } finally {
    await installation.close()
  }
}

/** Says what happened on the error output; the standard output holds results alone. */
function explain(error: unknown, { say, explain: sentences, problem }: Words): ExitCode {
  if (error instanceof CliFailure) {
    console.error(say(error.key, error.values))
    if (error.exitCode === exitCodes.usage) console.error(`\n${say('documents.cli.help')}`)
    return error.exitCode
  }
  if (error instanceof FaultyDocument) {
    console.error(error.problems.map((one) => `✗ ${problem(one)}`).join('\n'))
    return exitCodes.refused
  }
  if (error instanceof ExplainedFailure) {
    console.error(sentences(error.explained))
    return exitCodes.failed
  }
  if (error instanceof ExplainedError) {
    console.error(`${error.message}\n${error.remedy}`)
    return exitCodes.failed
  }
  console.error(error)
  return exitCodes.failed
}
