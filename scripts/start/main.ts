import fs from 'node:fs'
import path from 'node:path'
import { startChild, waitUntilAnswers, type Child } from '../lib/child-process'
import { ExplainedError } from '../lib/explained-error'
import { takeInstanceLock } from '../lib/instance-lock'
import { readOrMakeKeys } from '../lib/keys'
import { openDatabase } from '../lib/open-database'
import { ensureBuild, ensurePrismaClient } from '../lib/prepare-build'
import { dataDir } from '../lib/project'
import { runMain } from '../lib/run-main'
import { assertPortsFree, readOptions, type StartOptions } from './options'
import { startEmulator } from './start-emulator'

runMain(async () => {
  const options = readOptions()
  const dir = dataDir()
  const url = process.env.TRIBUTARY_URL ?? `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${options.port}`
  fs.mkdirSync(dir, { recursive: true, mode: 0o711 })
  const lock = await takeInstanceLock(dir, url)
  const cleanUps: (() => Promise<void> | void)[] = [lock.release]
  const stopped = stopOnSignal()
  try {
    await assertPortsFree(options)
    ensurePrismaClient()
    if (!options.dev) ensureBuild(() => console.log('Building the app (once for every change of its files)…'))

    const database = await openDatabase(dir)
    cleanUps.unshift(database.stop)
    const children: Child[] = []
    const keep = (child: Child) => {
      children.push(child)
      cleanUps.unshift(child.stop)
      lock.tell({ children: children.map(({ pid }) => pid) })
    }
    const practice = options.emulator ? await startEmulator({ port: options.emulatorPort, dir: path.join(dir, 'emulator'), keep }) : {}
    if (practice.EMULATOR_URL) lock.tell({ emulatorUrl: practice.EMULATOR_URL })
    const env = { ...process.env, ...readOrMakeKeys(dir), ...practice, DATABASE_URL: database.url, TRIBUTARY_URL: url }
    Object.assign(process.env, env)
    await preparePractice(practice.EMULATOR_URL)
    await startApp(options, env, url, keep)
    await announce(url, database.embedded ? `in ${dir}` : 'through DATABASE_URL', practice.EMULATOR_URL)
    await Promise.race([stopped, ...children.map((child) => child.exited.then((code) => failOn(child, code)))])
  } finally {
    for (const cleanUp of cleanUps) await cleanUp()
  }
  console.log('Stopped.')
})

async function startApp(options: StartOptions, env: NodeJS.ProcessEnv, url: string, keep: (child: Child) => void) {
  const command = options.dev ? 'dev' : 'start'
  const recent: string[] = []
  const app = startChild({
    name: 'app',
    args: ['node_modules/next/dist/bin/next', command, '-H', options.host, '-p', String(options.port)],
    env: { ...env, NODE_ENV: options.dev ? 'development' : 'production' },
    onLine: (line) => {
      recent.push(line)
      recent.splice(0, recent.length - 20)
      if (options.dev || line.startsWith('{')) console.log(line)
    },
  })
  keep(app)
  if (!(await waitUntilAnswers(`${url}/api/health`, app, options.dev ? 120_000 : 60_000))) {
    console.error(recent.join('\n'))
    throw new ExplainedError('The app did not come up; its last words are above.', 'If they do not help, report them as a defect.')
  }
}

/** The workspace "Practice" is there from the first look on, and follows the emulator to another port. */
async function preparePractice(emulator: string | undefined) {
  if (emulator === undefined) return
  // Imported late, as below.
  const { ensurePracticeWorkspace } = await import('@/lib/workspaces/practice-workspace')
  await ensurePracticeWorkspace()
}

async function announce(url: string, where: string, emulator: string | undefined) {
  // Imported late: these modules read the environment that was completed just above.
  const { makeClaimToken, hasAnyUser } = await import('@/lib/access/claim')
  console.log(`\n  Tributary   ${url}`)
  if (emulator) console.log(`  Emulator    ${emulator}`)
  console.log(`  Database    ${where}`)
  if (!(await hasAnyUser())) {
    console.log(`\n  Make the first administrator (this link works once):\n  ${url}/claim?token=${await makeClaimToken()}`)
  }
  console.log('\n  Ctrl-C stops all of it.\n')
}

function stopOnSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

function failOn(child: Child, code: number | null): never {
  throw new ExplainedError(`The ${child.name} ended by itself (exit code ${code ?? 'none'}).`, 'Start again; nothing saved is lost.')
}
