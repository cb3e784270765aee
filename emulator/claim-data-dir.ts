import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Sees to it that one process at a time works on a data folder: a second one would fold the log under the first.
 * The claim is a local socket, so that it ends with its process however that ends. Answers a function that lets go;
 * throws with one sentence where the folder is taken.
 */
export async function claimDataDir(dir: string): Promise<() => void> {
  const address = addressOf(dir)
  const first = await tryListen(address)
  if (first !== undefined) return () => void first.close()
  if (await isAnswered(address)) throw new Error(`Another emulator works on ${dir}. Choose another folder with --data.`)
  // Left behind by a process that was killed.
  rmSync(address, { force: true })
  const second = await tryListen(address)
  if (second === undefined) throw new Error(`Another emulator works on ${dir}. Choose another folder with --data.`)
  return () => void second.close()
}

/** Short, since systems allow sockets about a hundred characters; Windows has pipes instead of files. */
function addressOf(dir: string): string {
  const name = `tributary-emulator-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function tryListen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve(server.unref()))
  })
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })
}
