import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { ExpressionFailure } from '../expression-error'
import { describe, textOrNull } from './arguments'
import { defineFunction, needed, optional } from './function-definition'

const charsets: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  // Java writes a byte order mark and the high byte first.
  'UTF-16': (text) => {
    const bytes = new Uint8Array(2 + text.length * 2)
    bytes.set([0xfe, 0xff])
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      bytes.set([unit >> 8, unit & 0xff], 2 + at * 2)
    }
    return bytes
  },
  'ISO-8859-1': (text) => encodeSingleBytes(text, 0xff),
  'US-ASCII': (text) => encodeSingleBytes(text, 0x7f),
}

/** Characters the set does not hold become a question mark, as in Java. */
function encodeSingleBytes(text: string, largest: number): Uint8Array {
  return Uint8Array.from([...text], (char) => {
    const code = char.codePointAt(0) ?? 0
    return code <= largest ? code : 0x3f
  })
}

function encode(text: string, charset: unknown): Uint8Array {
  const name = (textOrNull(charset) ?? 'UTF-8').toUpperCase()
  const encoder = Object.hasOwn(charsets, name) ? charsets[name] : undefined
  if (encoder === undefined) {
    throw new ExpressionFailure('bad-argument', `${describe(charset)} is none of ${Object.keys(charsets).join(', ')}.`)
  }
  return encoder(text)
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** CRC-32 as Adobe prints it: the four bytes with the lowest first. */
function crc32(bytes: Uint8Array): Uint8Array {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  const value = ~crc
  return Uint8Array.from([value, value >>> 8, value >>> 16, value >>> 24], (part) => part & 0xff)
}

function hashing(name: string, description: string, digest: (bytes: Uint8Array) => Uint8Array) {
  return defineFunction({
    name, group: 'hashing', returns: 'text', description,
    parameters: [
      needed('INPUT', 'text', 'The text to hash.'),
      optional('CHARSET', 'text', 'UTF-8 (also when left out), UTF-16, ISO-8859-1 or US-ASCII.'),
    ],
    run: ([input, charset], context) => {
      const text = textOrNull(input)
      if (text === null) return null
      context.produce(text.length)
      return toHex(digest(encode(text, charset)))
    },
  })
}

export const hashingFunctions = [
  hashing('sha1', 'SHA-1 of a text, as 40 small hexadecimal digits.', sha1),
  hashing('sha256', 'SHA-256 of a text, as 64 small hexadecimal digits.', sha256),
  hashing('sha512', 'SHA-512 of a text, as 128 small hexadecimal digits.', sha512),
  hashing('md5', 'MD5 of a text, as 32 small hexadecimal digits.', md5),
  hashing('crc32', 'CRC-32 of a text, as 8 hexadecimal digits with the lowest byte first.', crc32),
]
