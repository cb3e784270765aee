import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/**
 * The folder with Debian's PostgreSQL server programs, installed when that needs no questions (CI, as root).
 * On other machines an absent server is said plainly instead.
 */
export function findServerBinaries(): { binDir: string } | { missing: string } {
  const found = newest()
  if (found) return { binDir: found }
  if (process.env.CI && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { stdio: 'ignore' })
    const installed = newest()
    if (installed) return { binDir: installed }
  }
  return { missing: 'Skipped: no PostgreSQL server here. Install the package "postgresql", or set DATABASE_URL to a scratch server.' }
}

function newest(): string | undefined {
  if (!fs.existsSync(DEBIAN)) return undefined
  const versions = fs.readdirSync(DEBIAN).filter((name) => fs.existsSync(path.join(DEBIAN, name, 'bin', 'initdb')))
  const version = versions.sort((a, b) => Number(b) - Number(a))[0]
  return version && path.join(DEBIAN, version, 'bin')
}
