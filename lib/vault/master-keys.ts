import 'server-only'
import { createHash } from 'node:crypto'

export type MasterKey = {
  /** Derived from the key by a one-way function, in the form of a UUID: names it without revealing it. */
  id: string
  bytes: Buffer
}

/**
 * The master keys of `TRIBUTARY_MASTER_KEY`: one or several, separated by commas, the current one first; each 32 bytes
 * in hex (64 digits) or base64.
 * @throws one sentence that names the place of a malformed key and never its text.
 */
export function parseMasterKeys(text: string): [MasterKey, ...MasterKey[]] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const [first, ...rest] = parts.map((part, index) => {
    const bytes = bytesOf(part)
    if (bytes?.length !== 32)
      throw new Error(`Key ${index + 1} in TRIBUTARY_MASTER_KEY is not 32 bytes in hex or base64.`)
    return { id: idOf(bytes), bytes }
  })
  if (!first) throw new Error('TRIBUTARY_MASTER_KEY holds no key.')
  return [first, ...rest]
}

function bytesOf(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return Buffer.from(text, 'base64')
  return undefined
}

function idOf(key: Buffer): string {
  const hex = createHash('sha256').update('tributary master key id').update(key).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
