import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteForShell, toCurl, toCurlScript } from './to-curl'

const call = {
  method: 'POST',
  url: 'https://platform.adobe.io/data/foundation/flowservice/flows',
  headers: { authorization: 'Bearer ••••••', 'x-api-key': 'client', 'content-type': 'application/json' },
  body: { name: "Tim's flow" },
}

/** What a real shell hands to curl: a function of that name prints its arguments, parted by NUL, and a NUL more after each call. */
function argumentsOf(script: string): string[][] {
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; printf '\\0'; }\n${script}`], {
    env: { ...process.env, ACCESS_TOKEN: 'token-of-the-shell' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return printed.toString('utf8').split('\0\0').filter(Boolean).map((one) => one.split('\0'))
}

const argumentAfter = (words: string[], option: string) => words[words.indexOf(option) + 1]

describe('a call as curl', () => {
  test('says method, address, headers and body, one a line', () => {
    expect(toCurl(call)).toBe(
      [
        "curl --request POST 'https://platform.adobe.io/data/foundation/flowservice/flows' \\",
        '  --header "authorization: Bearer $ACCESS_TOKEN" \\',
        "  --header 'x-api-key: client' \\",
        "  --header 'content-type: application/json' \\",
        "  --data-raw '{\n  \"name\": \"Tim'\\''s flow\"\n}'",
      ].join('\n'),
    )
  })

  test('takes the token from the shell and carries none itself', () => {
    const [words = []] = argumentsOf(toCurl(call))
    expect(words).toContain('authorization: Bearer token-of-the-shell')
    expect(toCurl({ ...call, headers: { Authorization: 'Bearer eyJ-real' } })).not.toContain('eyJ-real')
  })

  test('without a body there is none', () => {
    const { body: _body, ...bare } = call
    expect(toCurl({ ...bare, method: 'GET' })).not.toContain('--data')
  })

  test('a JSON body reaches curl unchanged through a POSIX shell, whatever it holds', () => {
    const bodies = fc.array(fc.oneof(fc.json().map((text): unknown => JSON.parse(text)), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(bodies, (all) => {
        const sent = argumentsOf(all.map((body) => toCurl({ ...call, body })).join('\n'))
        expect(sent.map((words) => JSON.parse(argumentAfter(words, '--data-raw') ?? ''))).toEqual(
          all.map((body) => JSON.parse(JSON.stringify(body))),
        )
      }),
      { numRuns: 30, examples: [[["'", '"', '$HOME', '`id`', '\\', '!!', '@/etc/passwd', 'a\nb', "'\\''", '$(id)']]] },
    )
  })

  test('any text without NUL is one unchanged word of the shell', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(texts, (all) => {
        const [words = []] = argumentsOf(`curl ${all.map((text) => quoteForShell(`x${text}`)).join(' ')}`)
        expect(words).toEqual(all.map((text) => `x${text}`))
      }),
      { numRuns: 30 },
    )
  })
})

test('a script numbers its calls and keeps a title of several lines on its comment', () => {
  const script = toCurlScript([{ title: 'Schema\nrm -rf /', call }, { title: 'Dataset', call }])
  expect(script).toContain('# 1. Schema rm -rf /\ncurl ')
  expect(script).toContain('# 2. Dataset\ncurl ')
  expect(argumentsOf(script)).toHaveLength(2)
})
