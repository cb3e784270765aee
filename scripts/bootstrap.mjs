// The first mile, in plain JavaScript and Node's own modules only: it runs before anything is installed,
// on whatever Node the machine has, and hands over to TypeScript on Node 24 once that is there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = [20, 9]

/**
 * Checks Node, installs what the lock file names when it is not there yet, and runs a TypeScript entry file.
 * @param {string} entry path of the entry from the project's root
 * @param {{ quiet?: boolean }} [options]
 */
export function bootstrap(entry, options = {}) {
  checkNode()
  ensureInstalled(options)
  run(entry)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  explain(
    `Node ${process.versions.node} is too old: ${OLDEST_NODE.join('.')} or newer is needed to begin with.`,
    'Install a current Node (24 LTS) from your package manager or nodejs.org, then run the same command again.',
  )
}

function ensureInstalled({ quiet = false }) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  const want = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
  const stamp = path.join(root, 'node_modules', '.tributary-installed')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return
  if (!quiet) console.log('Installing packages (once, a minute or two)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.error) explain('npm was not found.', 'It comes with Node; install it and run the same command again.')
  if (result.status !== 0) {
    explain('The packages could not be installed; npm says why above.', 'Check the network and the npm registry, then run the same command again.')
  }
  fs.writeFileSync(stamp, want)
}

/** Node 24 comes with the packages where the registry has it for this platform; elsewhere the system's own serves. */
function findNode() {
  const packaged = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!fs.existsSync(packaged)) return process.execPath
  return spawnSync(packaged, ['--version']).status === 0 ? packaged : process.execPath
}

function run(entry) {
  // `react-server` is the condition under which the package server-only is empty instead of an error.
  const args = ['--conditions=react-server', '--import', 'tsx', path.join(root, entry), ...process.argv.slice(2)]
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(findNode(), args, { cwd: root, stdio: 'inherit', env })
  // Ctrl-C reaches the whole process group by itself; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

function explain(what, remedy) {
  console.error(`\n${what}\n${remedy}`)
  process.exit(1)
}
