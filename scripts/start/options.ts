import { parseArgs } from 'node:util'
import { isPortFree } from '../lib/free-port'
import { ExplainedError } from '../lib/explained-error'

export type StartOptions = { dev: boolean; host: string; port: number; emulatorPort: number; emulator: boolean }

/** Command line first, then the environment, then the defaults. Loopback unless told otherwise. */
export function readOptions(): StartOptions {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean', default: false },
      host: { type: 'string', default: process.env.HOST ?? '127.0.0.1' },
      port: { type: 'string', default: process.env.PORT ?? '3000' },
      'emulator-port': { type: 'string', default: process.env.EMULATOR_PORT ?? '4010' },
      'no-emulator': { type: 'boolean', default: process.env.TRIBUTARY_EMULATOR === 'off' },
    },
  })
  return {
    dev: values.dev,
    host: values.host,
    port: parsePort('port', values.port),
    emulatorPort: parsePort('emulator-port', values['emulator-port']),
    emulator: !values['no-emulator'],
  }
}

/** One line and the remedy for a port that somebody else listens on. */
export async function assertPortsFree({ host, port, emulatorPort, emulator }: StartOptions) {
  if (!(await isPortFree(port, host))) {
    throw new ExplainedError(`Port ${port} is taken by another program.`, `Choose another: npm start -- --port ${port + 1}`)
  }
  if (emulator && !(await isPortFree(emulatorPort))) {
    throw new ExplainedError(
      `Port ${emulatorPort}, meant for the emulator, is taken by another program.`,
      `Choose another: npm start -- --emulator-port ${emulatorPort + 1}`,
    )
  }
}

function parsePort(name: string, text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new ExplainedError(`--${name} ${text} is not a port.`, 'A port is a whole number from 1 to 65535.')
}
