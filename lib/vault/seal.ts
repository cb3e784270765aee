import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM as NIST SP 800-38D wants it: 96-bit nonce, 128-bit tag. */
const nonceBytes = 12
const tagBytes = 16
const version = 1
const keyIdBytes = 16

/**
 * Seals bytes under a 256-bit key: version · key id (a UUID's 16 bytes) · fresh random nonce · tag · ciphertext.
 * `context` is authenticated and not stored: the envelope opens only where it was put, so two rows cannot be swapped.
 */
export function seal(plain: Uint8Array, key: Uint8Array, keyId: string, context: string): Buffer {
  const head = Buffer.concat([Buffer.from([version]), bytesOfUuid(keyId)])
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed])
}

/**
 * Opens what `seal` made.
 * @throws when a byte was changed, the key is another, or the envelope belongs elsewhere.
 */
export function open(envelope: Uint8Array, key: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(envelope)
  const headEnd = 1 + keyIdBytes
  const nonceEnd = headEnd + nonceBytes
  const tagEnd = nonceEnd + tagBytes
  if (bytes.length < tagEnd || bytes[0] !== version) throw new Error('Not a sealed envelope.')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(headEnd, nonceEnd), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.concat([bytes.subarray(0, headEnd), Buffer.from(context, 'utf8')]))
  decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd))
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()])
}

/** The id of the key that an envelope names. */
export function keyIdOf(envelope: Uint8Array): string {
  const hex = Buffer.from(envelope)
    .subarray(1, 1 + keyIdBytes)
    .toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function bytesOfUuid(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== keyIdBytes) throw new Error('A key id is a UUID.')
  return bytes
}
