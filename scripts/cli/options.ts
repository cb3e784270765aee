import { parseArgs } from 'node:util'
import type { RemovalScope } from '@/lib/provisioning/kept-kinds'
import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'

export const commands = ['plan', 'apply', 'status', 'undo', 'export', 'schema'] as const
export type Command = (typeof commands)[number]
export const exportForms = ['document', 'curl', 'postman'] as const
export type ExportForm = (typeof exportForms)[number]

export type CliOptions = {
  command: Command
  /** The file or flow the command is about; empty for `schema`. */
  subject: string
  /** All files that `plan` and `apply` take as one batch; the subject is the first. */
  subjects: string[]
  workspace?: string | undefined
  connection?: string | undefined
  /** Name of the flow that a document is about, where it gives it another. */
  flow?: string | undefined
  out?: string | undefined
  as: ExportForm
  json: boolean
  yes: boolean
  /** How much an undo removes; absent where it was not said. */
  scope?: RemovalScope | undefined
}

/** Reads the command line. @throws CliFailure with the exit code for wrong usage */
export function readCliOptions(args: string[]): CliOptions | 'help' {
  const { values, positionals } = parse(args)
  const [command, subject, ...more] = positionals
  if (values.help || command === 'help') return 'help'
  const known = commands.find((one) => one === command)
  if (!known) throw usage(command === undefined ? 'noCommand' : 'unknownCommand', { command: command ?? '' })
  const as = exportForms.find((one) => one === values.as)
  if (!as) throw usage('unknownForm', { form: values.as, forms: exportForms.join(', ') })
  const takesMore = known === 'plan' || known === 'apply'
  if ((subject === undefined) !== (known === 'schema') || (more.length > 0 && !takesMore)) throw usage('oneSubject', { command: known })
  if (values['keep-data'] && values.everything) throw usage('oneScope', {})
  const scope = values['keep-data'] ? ('keep-data' as const) : values.everything ? ('everything' as const) : undefined
  const { workspace, connection, flow, out, json, yes } = values
  return { command: known, subject: subject ?? '', subjects: subject === undefined ? [] : [subject, ...more], workspace, connection, flow, out, as, json, yes, scope }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        workspace: { type: 'string', short: 'w' },
        connection: { type: 'string', short: 'c' },
        flow: { type: 'string', short: 'f' },
        as: { type: 'string', default: 'document' },
        out: { type: 'string', short: 'o' },
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        'keep-data': { type: 'boolean', default: false },
        everything: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw usage('notUnderstood', { detail: error instanceof Error ? error.message : '' })
  }
}

const usage = (key: string, values: Record<string, string | number>) => new CliFailure(`documents.cli.${key}`, values, exitCodes.usage)
