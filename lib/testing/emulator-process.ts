import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startChild } from '@/scripts/lib/child-process'

type Counts = Record<string, { live: number; created: number }>

/** The emulator as a process of its own on a free port, with its control side (docs/emulator.md). */
export type EmulatorProcess = {
  origin: string
  /** What the app reads of it. */
  env: { EMULATOR_URL: string; EMULATOR_ORG_ID: string; EMULATOR_CLIENT_ID: string; EMULATOR_CLIENT_SECRET: string }
  control: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>
  /** How many things of each kind live in a sandbox, and how many were ever made there. */
  count: (sandbox: string) => Promise<Counts>
  stop: () => Promise<void>
}

export async function startEmulatorProcess(options: { clock?: 'real' | 'manual' } = {}): Promise<EmulatorProcess> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-emulator-'))
  const lines: string[] = []
  let onLine: (line: string) => void = () => undefined
  const ready = new Promise<string>((resolve) => {
    onLine = (line) => {
      lines.push(line)
      const origin = /^Adobe emulator on (\S+)$/.exec(line)?.[1]
      if (origin) resolve(origin)
    }
  })
  const child = startChild({
    name: 'emulator',
    args: ['--import', 'tsx', 'emulator/main.ts', '--port', '0', '--data', dir, '--clock', options.clock ?? 'real'],
    env: process.env,
    onLine: (line) => onLine(line),
  })
  const origin = await Promise.race([ready, child.exited.then(() => undefined)])
  if (origin === undefined) throw new Error(`The emulator did not start:\n${lines.join('\n')}`)
  const credentials = JSON.parse(fs.readFileSync(path.join(dir, 'credentials.json'), 'utf8')) as Record<string, string>

  const control: EmulatorProcess['control'] = async (method, to, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(`${origin}/_emulator${to}`, { method, ...sent })
    if (!answer.ok) throw new Error(`${method} ${to}: ${answer.status} ${await answer.text()}`)
    const text = await answer.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    origin,
    env: {
      EMULATOR_URL: origin,
      EMULATOR_ORG_ID: credentials.orgId ?? '',
      EMULATOR_CLIENT_ID: credentials.clientId ?? '',
      EMULATOR_CLIENT_SECRET: credentials.clientSecret ?? '',
    },
    control,
    count: async (sandbox) => {
      const state = (await control('GET', '/state')) as { sandboxes: Record<string, Counts> }
      return state.sandboxes[sandbox] ?? {}
    },
    stop: async () => {
      await child.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}
