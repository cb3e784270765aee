import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { CrashAt } from './crash-points'

export type CrashWorker = {
  child: ChildProcess
  ready: Promise<void>
  /** Answers how the provisioning ended, unless the worker dies first. */
  run: (provisioningId: string, dieAt?: CrashAt) => Promise<string>
  /** Settles when the process is gone. */
  gone: Promise<void>
}

function startWorker(): CrashWorker {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/testing/crash-worker.ts']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const lineStarting = (start: string) =>
    new Promise<string>((resolve) => lines.on('line', (line) => line.startsWith(start) && resolve(line.slice(start.length))))
  const ready = lineStarting('ready').then(() => undefined)
  // Writing to one that has just died is no error of the test.
  child.stdin.on('error', () => undefined)
  const run = (id: string, dieAt?: CrashAt) => {
    child.stdin.write(`${id}${dieAt ? ` ${JSON.stringify(dieAt)}` : ''}\n`)
    return lineStarting(`ended ${id} `)
  }
  return { child, ready, run, gone }
}

/** Workers to be killed. Starting one takes seconds, so `spares` of them always wait with everything loaded. */
export function crashWorkers(spares: number) {
  const waiting: CrashWorker[] = []
  const kill = async ({ child, gone }: CrashWorker) => {
    child.kill('SIGKILL')
    await gone
  }
  const fill = () => {
    while (waiting.length < spares) waiting.push(startWorker())
  }
  return {
    fill,
    take: async (): Promise<CrashWorker> => {
      const worker = waiting.shift() ?? startWorker()
      fill()
      await worker.ready
      return worker
    },
    /** One that still lives is used again first. */
    giveBack: (worker: CrashWorker) => void waiting.unshift(worker),
    kill,
    killAll: () => Promise.all(waiting.splice(0).map(kill)),
  }
}
