import { serve } from '@hono/node-server'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { readOptions, usage } from './options'
import { createEmulator } from './server'
import type { World } from './world'

try {
  start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function start(): void {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') return void console.log(usage)
  const { host, port, dataDir } = options
  const emulator = createEmulator({ ...options, dataDir, tickMs: 500 })
  keepCredentials(emulator.world, dataDir)
  const server = serve({ fetch: emulator.app.fetch, hostname: host, port }, (address) => {
    emulator.world.origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
    console.log(introduce(emulator.world, dataDir))
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE'
    console.error(isTaken ? `Port ${port} is taken by another program. Choose another with --port.` : error.message)
    process.exit(1)
  })
  const stop = () => {
    emulator.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** For whoever starts the emulator; a secret, so for its owner's eyes only. */
function keepCredentials(world: World, dataDir: string): void {
  const { orgId, credentials } = world.installation
  const { clientId, clientSecret } = credentials[0]
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(join(dataDir, 'credentials.json'), `${JSON.stringify({ orgId, clientId, clientSecret }, null, 2)}\n`, { mode: 0o600 })
}

function introduce(world: World, dataDir: string): string {
  const { orgId, sandboxes, credentials, tenantId } = world.installation
  const [full, restricted] = credentials
  return [
    `Adobe emulator on ${world.origin}`,
    `  token         POST ${world.origin}/ims/token/v3`,
    `  organisation  ${orgId}  (tenant ${tenantId})`,
    `  sandboxes     ${sandboxes.map(({ name }) => name).join(', ')}`,
    `  client id     ${full.clientId}`,
    `  client secret ${full.clientSecret}`,
    `  without the sources permission: ${restricted.clientId} / ${restricted.clientSecret}`,
    `  state in      ${resolve(dataDir)}`,
  ].join('\n')
}
