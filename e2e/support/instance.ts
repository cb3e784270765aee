import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '../../scripts/lib/free-port'

/** A whole Tributary of its own: the very program behind `npm start`, on an empty data folder and free ports. */
export type Instance = {
  url: string
  emulatorUrl: string
  dataDir: string
  /** The one-time link for the first administrator; undefined where one exists already. */
  claimUrl: string | undefined
  output: () => string
  /** Ends it the polite way (SIGTERM), as Ctrl-C does. */
  stop: () => Promise<void>
  /** Forgets its data folder. */
  remove: () => void
}

type Options = { dataDir?: string; port?: number; emulatorPort?: number; env?: NodeJS.ProcessEnv }

const root = path.resolve(import.meta.dirname, '..', '..')

/** Starts an instance and waits until it has printed that it is ready. */
export async function startInstance(options: Options = {}): Promise<Instance> {
  const dataDir = options.dataDir ?? makeDataDir()
  const port = options.port ?? (await findFreePort())
  const emulatorPort = options.emulatorPort ?? (await findFreePort())
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/start/main.ts', '--port', String(port), '--emulator-port', String(emulatorPort)],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TRIBUTARY_DIR: dataDir, TRIBUTARY_SYNC_SECONDS: '1', NODE_OPTIONS: '', ...options.env },
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  await waitForReady(child, () => output)
  return {
    url: `http://127.0.0.1:${port}`,
    emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
    dataDir,
    claimUrl: output.match(/http\S+\/claim\?token=\S+/)?.[0],
    output: () => output,
    stop: () => stop(child),
    remove: () => fs.rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** An empty data folder that a database server of another user may enter. */
export function makeDataDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-e2e-'))
  fs.chmodSync(dir, 0o755)
  return path.join(dir, 'data')
}

async function waitForReady(child: ChildProcess, output: () => string) {
  const until = Date.now() + 120_000
  while (!output().includes('Ctrl-C stops all of it')) {
    if (child.exitCode !== null) throw new Error(`The instance ended before it was ready:\n${output()}`)
    if (Date.now() > until) throw new Error(`The instance was not ready in two minutes:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exited
}
