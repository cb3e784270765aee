import { parseArgs } from 'node:util'

import type { ClockMode } from './clock'
import type { InstallationWishes } from './installation'

export type MainOptions = {
  host: string
  port: number
  dataDir: string
  clock: ClockMode
  runDelaySeconds: number
  xdmDir?: string
  wishes: InstallationWishes
}

export const usage = `Usage: npm run emulator -- [options]
  --port NUMBER         port to listen on (4010; 0 for any free one)
  --host ADDRESS        address to listen on (127.0.0.1)
  --data DIR            folder of its state (.tributary/emulator)
  --clock real|manual   run with the machine's clock, or stand still until moved
  --run-delay SECONDS   from a run's due time to its first appearance (0)
  --org-id, --client-id, --client-secret   instead of made-up ones
EMULATOR_XDM_DIR names a copy of the public XDM repository to serve instead of the compact set.`

/** Reads the command line; throws with one sentence for what cannot be understood. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): MainOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.tributary/emulator' },
      clock: { type: 'string', default: 'real' },
      'run-delay': { type: 'string', default: '0' },
      'org-id': { type: 'string' },
      'client-id': { type: 'string' },
      'client-secret': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  if (values.clock !== 'real' && values.clock !== 'manual') throw new Error('--clock is either real or manual.')
  const xdmDir = env['EMULATOR_XDM_DIR']
  return {
    host: values.host,
    port: wholeNumber('--port', values.port, 65_535),
    dataDir: values.data,
    clock: values.clock,
    runDelaySeconds: wholeNumber('--run-delay', values['run-delay'], 86_400),
    ...(xdmDir !== undefined && xdmDir !== '' && { xdmDir }),
    wishes: {
      ...(values['org-id'] !== undefined && { orgId: values['org-id'] }),
      ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
      ...(values['client-secret'] !== undefined && { clientSecret: values['client-secret'] }),
    },
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= most) return number
  throw new Error(`${name} ${text} is not a whole number from 0 to ${most}.`)
}
