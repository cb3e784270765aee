import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { root } from './project'

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('what was started ends by itself when its starter is killed', { timeout: 30_000 }, async () => {
  const script = `
    import { startChild } from './scripts/lib/child-process.ts'
    const args = ['-e', 'console.log("up"); setInterval(() => undefined, 1000)']
    const child = startChild({ name: 'sleeper', args, env: process.env, onLine: () => console.log(child.pid) })`
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(starter.stdout, 'data')) as [Buffer]
  const pid = Number(String(line))
  expect(isThere(pid)).toBe(true)
  starter.kill('SIGKILL')
  await expect.poll(() => isThere(pid), { timeout: 15_000, interval: 100 }).toBe(false)
})
