import { describe, expect, test } from 'vitest'
import { imsOrigins, isAllowedOrigin, joinAllowed, originOf, platformOrigins } from './allowed-hosts'

const hostile = [
  'http://platform.adobe.io',
  'https://platform.adobe.io/',
  'https://platform.adobe.io.',
  'https://platform.adobe.io:443',
  'https://platform.adobe.io:8443',
  'https://PLATFORM.adobe.io',
  'https://platform.adobe.io.evil.example',
  'https://evil.example/platform.adobe.io',
  'https://platform.adobe.io@evil.example',
  'https://evil.example#platform.adobe.io',
  'https://evil.example?platform.adobe.io',
  'https://platform.adobe.io\\@evil.example',
  'https://user:pass@platform.adobe.io',
  'https://xplatform.adobe.io',
  'https://evil.adobe.io',
  'https://platform-evil.adobe.io',
  'https://platform.adobe.io%00.evil.example',
  'https://platform.adobe.io\t',
  ' https://platform.adobe.io',
  'https://plаtform.adobe.io', // a Cyrillic letter
  'https://127.0.0.1',
  'http://127.0.0.1:4010',
  'http://2130706433',
  'http://0x7f000001',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://169.254.169.254',
  'http://localhost',
  'file:///etc/passwd',
  'gopher://platform.adobe.io',
  'javascript:alert(1)',
  '//platform.adobe.io',
  '',
]

describe('only Adobe and the configured emulator can be called', () => {
  test.each(hostile)('refuses %j', (origin) => {
    expect(isAllowedOrigin(origin, 'platform')).toBe(false)
    expect(isAllowedOrigin(origin, 'ims')).toBe(false)
  })

  test('knows platform hosts and IMS hosts apart', () => {
    for (const origin of platformOrigins) {
      expect(isAllowedOrigin(origin, 'platform')).toBe(true)
      expect(isAllowedOrigin(origin, 'ims')).toBe(false)
    }
    for (const origin of imsOrigins) expect(isAllowedOrigin(origin, 'ims')).toBe(true)
  })

  test('takes the emulator at exactly its configured origin', () => {
    expect(isAllowedOrigin('http://127.0.0.1:4010', 'platform', 'http://127.0.0.1:4010')).toBe(true)
    expect(isAllowedOrigin('http://127.0.0.1:4011', 'platform', 'http://127.0.0.1:4010')).toBe(false)
    expect(isAllowedOrigin('http://localhost:4010', 'platform', 'http://127.0.0.1:4010')).toBe(false)
  })
})

test.each([
  '@evil.example/data/x',
  '//evil.example/data/x',
  '/\\evil.example/data/x',
  'https://evil.example/data/x',
  '/data/../etc',
  '/data/%2e%2e/etc',
  '/data/foundation/x#y',
  '/data/foundation\\..\\..\\x',
  '/evil/',
  '',
])('a path cannot lead away from the origin: %j', (path) => {
  expect(joinAllowed('https://platform.adobe.io', path)).toBeUndefined()
})

test('a path keeps its percent-encoding', () => {
  const path = '/data/foundation/schemaregistry/tenant/schemas/https%3A%2F%2Fns.adobe.com%2Facme%2Fschemas%2F1'
  expect(joinAllowed('https://platform.adobe.io', path)?.href).toBe(`https://platform.adobe.io${path}`)
})

test('the emulator is known by origin whatever path its address has', () => {
  expect(originOf('http://127.0.0.1:4010/')).toBe('http://127.0.0.1:4010')
  expect(originOf('ftp://127.0.0.1')).toBeUndefined()
  expect(originOf('nonsense')).toBeUndefined()
  expect(originOf(undefined)).toBeUndefined()
})
