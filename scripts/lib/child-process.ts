import { spawn, type ChildProcess } from 'node:child_process'
import { root } from './project'

export type Child = { name: string; pid: number; exited: Promise<number | null>; stop: () => Promise<void> }

type Options = { name: string; args: string[]; env: NodeJS.ProcessEnv; onLine?: (line: string) => void }

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/**
 * Starts a Node program of ours in its own process group, so that a Ctrl-C in the terminal is handed on in order, by us.
 * When this process is killed, the program ends soon after.
 */
export function startChild({ name, args, env, onLine }: Options): Child {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  for (const stream of [child.stdout, child.stderr]) readLines(stream, onLine ?? (() => undefined))
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { name, pid: child.pid ?? 0, exited, stop: () => stopChild(child, exited) }
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>) {
  if (child.exitCode !== null || child.signalCode !== null) return
  signalGroup(child.pid, 'SIGTERM')
  const late = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 8_000)
  await exited
  clearTimeout(late)
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (!pid) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
  })
  stream.on('end', () => rest && onLine(rest))
}

/** Polls an address until it answers with a 2xx; false when the child ends first or the time is over. */
export async function waitUntilAnswers(url: string, child: Child, timeoutMs: number): Promise<boolean> {
  let ended = false
  void child.exited.then(() => (ended = true))
  for (const until = Date.now() + timeoutMs; Date.now() < until && !ended; ) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
