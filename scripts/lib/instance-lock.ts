import fs from 'node:fs'
import path from 'node:path'
import { ExplainedError } from './explained-error'
import { root } from './project'

type Instance = { pid: number; url: string; children: number[]; emulatorUrl?: string }

/**
 * Sees to it that one data folder has one instance. A second start is told the first one's address; what a killed start
 * left running (its app, its emulator) is ended, so that the ports are free again.
 */
export async function takeInstanceLock(dir: string, url: string) {
  const file = path.join(dir, 'instance.json')
  const before = readInstance(file)
  if (before && isOurs(before.pid)) {
    throw new ExplainedError(`Tributary is already running at ${before.url}.`, `Open it there, or end it first (process ${before.pid}).`)
  }
  for (const pid of before?.children ?? []) if (isOurs(pid)) await endGroup(pid)
  const instance: Instance = { pid: process.pid, url, children: [] }
  const tell = (news: Partial<Instance>) => fs.writeFileSync(file, JSON.stringify(Object.assign(instance, news)))
  tell({})
  return { tell, release: () => fs.rmSync(file, { force: true }) }
}

/** The instance that runs on a data folder now, if one does. */
export function findRunningInstance(dir: string): Instance | undefined {
  const instance = readInstance(path.join(dir, 'instance.json'))
  return instance && isOurs(instance.pid) ? instance : undefined
}

function readInstance(file: string): Instance | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Instance
  } catch {
    return undefined
  }
}

/** A process id may have gone to a stranger since; where the system tells, its command line or folder must name this project. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    const folder = fs.readlinkSync(`/proc/${pid}/cwd`)
    return path.resolve(folder) === root
  } catch {
    return true
  }
}

async function endGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGTERM')
    for (let waitedMs = 0; waitedMs < 5_000 && isOurs(pid); waitedMs += 50) await new Promise((resolve) => setTimeout(resolve, 50))
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone.
  }
}
