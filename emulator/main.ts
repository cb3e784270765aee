import { serve } from '@hono/node-server'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'

import { claimDataDir } from './claim-data-dir'
import { readOptions, usage } from './options'
import { createEmulator, type Emulator } from './server'
import type { World } from './world'

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

/** Takes the port and the folder first: state that another process works on must not even be opened. */
async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') return console.log(usage)
  const { host, port, dataDir } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const letGo = await claimDataDir(dataDir)
  let emulator: Emulator | undefined
  const fetch: Fetch = (request, bindings) => emulator?.app.fetch(request, bindings) ?? new Response(null, { status: 503 })
  const address = await listen(fetch, host, port)
  emulator = createEmulator({ ...options, tickMs: 500 })
  emulator.world.origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  keepCredentials(emulator.world, dataDir)
  console.log(introduce(emulator.world, dataDir))
  const stop = () => {
    emulator.close()
    letGo()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

function listen(fetch: Fetch, hostname: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, resolve)
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`Port ${port} is taken by another program. Choose another with --port.`) : error)
    })
  })
}

/** For whoever starts the emulator; a secret, so for its owner's eyes only. */
function keepCredentials(world: World, dataDir: string): void {
  const { orgId, credentials } = world.installation
  const { clientId, clientSecret } = credentials[0]
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
