// Completes package-lock.json after `npm install`: where the registry at hand does not serve the optional binaries of
// other platforms, npm leaves them out of the lock file, and `npm ci` on any machine then calls the two out of step.
// Each missing one gets an entry with its version and platform; it is fetched only on that platform.
import fs from 'node:fs'

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${place}/node_modules/${name}`]) continue
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[\^~]/, ''), dev: entry.dev, optional: true, ...platformOf(name) }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added.`)

function platformOf(name) {
  const os = name.match(/android|darwin|freebsd|linux|win32|windows|win|openharmony/)?.[0] ?? 'none'
  const cpu = name.match(/arm64|x64|ia32|ppc64|riscv64|s390x|wasm32|arm/)?.[0] ?? 'x64'
  return { os: [os.startsWith('win') ? 'win32' : os], cpu: [cpu] }
}
