import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The project's root folder. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** Where everything that must survive a restart is kept: database, keys, the emulator's state. */
export function dataDir(): string {
  return path.resolve(process.env.TRIBUTARY_DIR ?? path.join(root, '.tributary'))
}

const BUILD_INPUTS = [
  'app', 'components', 'lib', 'public', 'prisma', 'instrumentation.ts', 'proxy.ts',
  'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json',
]

/** A digest of everything `next build` reads, by content, so that a second start rebuilds nothing. */
export function hashBuildInputs(): string {
  const hash = createHash('sha256')
  for (const input of BUILD_INPUTS) hashPath(hash, path.join(root, input))
  return hash.digest('hex')
}

/** A digest of one file. */
export function hashFile(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}

function hashPath(hash: ReturnType<typeof createHash>, target: string) {
  if (!fs.existsSync(target)) return
  if (fs.statSync(target).isDirectory()) {
    for (const entry of fs.readdirSync(target).sort()) {
      if (entry !== 'generated') hashPath(hash, path.join(target, entry))
    }
  } else if (!/\.test\.tsx?$/.test(target)) {
    hash.update(path.relative(root, target)).update(fs.readFileSync(target))
  }
}
