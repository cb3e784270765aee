import net from 'node:net'

/** A TCP port on loopback that nobody listens on at this moment; the given one when it is free. */
export async function findFreePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(preferred, host, () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Whether the port can be listened on. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return findFreePort(port, host).then(
    () => true,
    () => false,
  )
}
