import { spawn } from 'node:child_process'
import type { ChildEnv } from './child-env'
import { root } from './project'

export type ToolResult = { code: number; output: string }

/** Runs a Node program to its end, its output shown as it comes and kept. */
export async function runTool(args: string[], options: { env?: ChildEnv; quiet?: boolean } = {}): Promise<ToolResult> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      output += chunk
      if (!options.quiet) process.stdout.write(chunk)
    })
  }
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  return { code, output }
}
