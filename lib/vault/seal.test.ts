import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMasterKeys } from './master-keys'
import { keyIdOf, open, seal } from './seal'

const key = randomBytes(32)
const keyId = randomUUID()
const plain = Buffer.from('canary-secret-Zürich')

describe('an envelope', () => {
  test('opens where it was put, and names its key', () => {
    const envelope = seal(plain, key, keyId, 'secret:1')
    expect(open(envelope, key, 'secret:1').toString()).toBe('canary-secret-Zürich')
    expect(keyIdOf(envelope)).toBe(keyId)
  })

  test('does not open in the place of another record', () => {
    expect(() => open(seal(plain, key, keyId, 'secret:1'), key, 'secret:2')).toThrow(/sealed envelope|authenticate/)
  })

  test('does not open with another key', () => {
    expect(() => open(seal(plain, key, keyId, 'a'), randomBytes(32), 'a')).toThrow(/sealed envelope|authenticate/)
  })

  test('does not open when any one bit of it was changed, nor when it was cut', () => {
    const envelope = seal(plain, key, keyId, 'a')
    for (let at = 0; at < envelope.length; at++) {
      const changed = Buffer.from(envelope)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(changed, key, 'a'), `byte ${at}`).toThrow(/sealed envelope|authenticate/)
      expect(() => open(envelope.subarray(0, at), key, 'a'), `cut at ${at}`).toThrow(/sealed envelope|authenticate/)
    }
  })

  test('never repeats its nonce and never shows the secret', () => {
    const envelopes = Array.from({ length: 1_000 }, () => seal(plain, key, keyId, 'a'))
    expect(new Set(envelopes.map((envelope) => envelope.subarray(17, 29).toString('hex'))).size).toBe(1_000)
    expect(envelopes.every((envelope) => !envelope.includes('canary'))).toBe(true)
  })

  test('carries any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (bytes, context) => {
        expect(new Uint8Array(open(seal(bytes, key, keyId, context), key, context))).toEqual(bytes)
      }),
      { seed: 5 },
    )
  })
})

describe('master keys', () => {
  test('are read from hex and base64, the first being the current one', () => {
    const second = randomBytes(32)
    const [current, old] = parseMasterKeys(`${key.toString('hex')}, ${second.toString('base64')}`)
    expect([current.bytes, old?.bytes]).toEqual([key, second])
    expect(current.id).not.toBe(old?.id)
  })

  test('have ids that do not depend on how they are written', () => {
    expect(parseMasterKeys(key.toString('base64'))[0].id).toBe(parseMasterKeys(key.toString('hex'))[0].id)
  })

  test.each(['', ' , ', 'short', `${'a'.repeat(63)}`, `${'a'.repeat(64)},hunter2-hunter2-hunter2-hunter2-hunter2`])(
    'a malformed one is refused without repeating it: %j',
    (text) => {
      expect(() => parseMasterKeys(text)).toThrow(/TRIBUTARY_MASTER_KEY/)
      expect(() => parseMasterKeys(text)).not.toThrow(/hunter2/)
    },
  )
})
