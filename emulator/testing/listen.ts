import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'

import { createEmulator, type Emulator, type EmulatorOptions } from '../server'

export type ListeningEmulator = Emulator & { origin: string; stop: () => Promise<void> }

/** An emulator on a free port of loopback, for tests that need sockets. */
export async function listen(options: EmulatorOptions = {}): Promise<ListeningEmulator> {
  const emulator = createEmulator(options)
  const server = serve({ fetch: emulator.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  // Listening on a TCP port, so the address is an object.
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  emulator.world.origin = origin
  return {
    ...emulator,
    origin,
    stop: async () => {
      emulator.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
