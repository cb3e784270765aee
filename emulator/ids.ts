import { createHash, randomBytes, randomUUID } from 'node:crypto'

export function makeUuid(): string {
  return randomUUID()
}

export function makeHex(length: number): string {
  return randomBytes(Math.ceil(length / 2)).toString('hex').slice(0, length)
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID, as Adobe's newer batch ids are: 48 bits of time, 80 of chance. */
export function makeUlid(nowMs: number): string {
  let time = ''
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = crockford.charAt(rest % 32) + time
  return time + [...randomBytes(16)].map((byte) => crockford.charAt(byte % 32)).join('')
}

/**
 * Flow Service's etag: quotes belong to the value, and its last group carries the epoch seconds in hexadecimal
 * (read off Adobe's published samples).
 */
export function makeEtag(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16).padStart(8, '0')
  return `"${makeHex(8)}-0000-0200-0000-${seconds}0000"`
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
