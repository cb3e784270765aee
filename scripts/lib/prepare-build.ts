import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ExplainedError } from './explained-error'
import { hashBuildInputs, hashFile, root } from './project'

/** Generates the Prisma client unless the one there belongs to this very schema. */
export function ensurePrismaClient() {
  const schema = path.join(root, 'prisma', 'schema.prisma')
  const generated = path.join(root, 'lib', 'data', 'generated')
  const stamp = path.join(generated, '.schema')
  const want = `${hashFile(schema)} ${hashFile(path.join(root, 'package-lock.json'))}`
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return
  // Prisma insists on a native schema engine that is a download of its own and not needed to generate;
  // naming any existing program in its place satisfies it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  const result = runNode(['node_modules/prisma/build/index.js', 'generate'], env)
  if (result.status !== 0) {
    throw new ExplainedError(`The database client could not be generated: ${result.output}`, 'Check prisma/schema.prisma.')
  }
  fs.writeFileSync(stamp, want)
}

/** Builds the app unless the build there was made of these very files. Returns whether it built. */
export function ensureBuild(onStart: () => void): boolean {
  const stamp = path.join(root, '.next', 'tributary-build')
  const want = hashBuildInputs()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return false
  onStart()
  fs.rmSync(stamp, { force: true })
  const result = runNode(['node_modules/next/dist/bin/next', 'build'], { ...process.env, NEXT_TELEMETRY_DISABLED: '1' })
  if (result.status !== 0) {
    console.error(result.output)
    throw new ExplainedError('The app could not be built; the reason is above.', 'If no file was changed here, this is a defect: report it.')
  }
  fs.writeFileSync(stamp, want)
  return true
}

function runNode(args: string[], env: NodeJS.ProcessEnv): { status: number | null; output: string } {
  const result = spawnSync(process.execPath, args, { cwd: root, env: withoutConditions(env), encoding: 'utf8', maxBuffer: 64 << 20 })
  return { status: result.status, output: `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() }
}

/** Conditions and loaders meant for our own scripts must not reach other programs through NODE_OPTIONS. */
function withoutConditions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _dropped, ...rest } = env
  return rest as NodeJS.ProcessEnv
}
