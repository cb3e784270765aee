import fs from 'node:fs'
import path from 'node:path'
import { startChild, waitUntilAnswers, type Child } from '../lib/child-process'
import { ExplainedError } from '../lib/explained-error'

type PracticeEnv = { EMULATOR_URL?: string; EMULATOR_ORG_ID?: string; EMULATOR_CLIENT_ID?: string; EMULATOR_CLIENT_SECRET?: string }

/** Starts the emulator beside the app and answers the variables by which the Practice workspace finds it. */
export async function startEmulator(options: { port: number; dir: string; keep: (child: Child) => void }): Promise<PracticeEnv> {
  const { port, dir, keep } = options
  const url = `http://127.0.0.1:${port}`
  const recent: string[] = []
  const child = startChild({
    name: 'emulator',
    args: ['--import', 'tsx', 'emulator/main.ts', '--port', String(port), '--data', dir],
    env: process.env,
    onLine: (line) => recent.push(line),
  })
  keep(child)
  if (!(await waitUntilAnswers(`${url}/_emulator/state`, child, 30_000))) {
    console.error(recent.slice(-20).join('\n'))
    throw new ExplainedError('The emulator did not come up; its last words are above.', 'If its state is damaged, move its folder away: it starts afresh.')
  }
  const credentials = JSON.parse(fs.readFileSync(path.join(dir, 'credentials.json'), 'utf8')) as Record<string, unknown>
  return {
    EMULATOR_URL: url,
    EMULATOR_ORG_ID: String(credentials.orgId),
    EMULATOR_CLIENT_ID: String(credentials.clientId),
    EMULATOR_CLIENT_SECRET: String(credentials.clientSecret),
  }
}
