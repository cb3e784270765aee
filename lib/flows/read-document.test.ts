import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { wholeAnswers } from './answers-for-test'
import { completeDraft } from './complete-draft'
import { formatPath } from './document-problem'
import { exportDocument, documentFileName } from './export-document'
import type { FlowDefinition } from './flow-definition'
import { readDocument } from './read-document'

const origin = 'http://127.0.0.1:3000'

function definition(): FlowDefinition {
  const completed = completeDraft(wholeAnswers())
  if (!completed.ok) throw new Error('the whole draft completes')
  return completed.data.definition
}

const problemsOf = (document: unknown) => {
  const read = readDocument(typeof document === 'string' ? document : JSON.stringify(document))
  return read.ok ? [] : read.error.map(({ path, code, values }) => ({ path, code, ...(values ? { values } : {}) }))
}

describe('a document', () => {
  test('comes back as the definition it was exported from, schema address first', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (made) => {
        const text = exportDocument(made, origin)
        if (!text.ok) throw new Error(JSON.stringify(text.error))
        expect(text.data).toMatch(/^\{\n {2}"\$schema": "http:\/\/127\.0\.0\.1:3000\/schemas\/flow-definition-1\.json",\n/)
        expect(readDocument(text.data)).toEqual({ ok: true, data: made })
      }),
    )
  })

  test('holds no id of a workspace', () => {
    const text = exportDocument(definition(), origin)
    expect(text.ok && text.data).not.toMatch(/base-1|c0ffee00/)
  })

  test('with a byte order mark is read like any other', () => {
    expect(problemsOf(`\uFEFF${JSON.stringify(definition())}`)).toEqual([])
  })
})

describe('what is refused', () => {
  test('a version from the future, by the number or by the schema it names, and nothing else is said about it', () => {
    const newer = [{ path: 'version', code: 'newer', values: { version: 2, known: 1 } }]
    expect(problemsOf({ ...definition(), version: 2, name: 5 })).toEqual(newer)
    expect(problemsOf({ $schema: 'https://other.example/schemas/flow-definition-2.json', ...definition() })).toEqual(newer)
    expect(problemsOf({ $schema: 'urn:tributary:schema:flow-definition:1', ...definition() })).toEqual([])
  })

  test('another kind of document', () => {
    expect(problemsOf({ kind: 'postman', version: 1 })).toEqual([{ path: '', code: 'other-kind', values: { kind: 'postman' } }])
    expect(problemsOf({ name: 'x' })).toEqual([{ path: '', code: 'no-kind' }])
    expect(problemsOf('[]')).toEqual([{ path: '', code: 'not-an-object' }])
  })

  test('text that is not JSON, with line and column', () => {
    expect(problemsOf('')).toEqual([{ path: '', code: 'nothing' }])
    expect(problemsOf('{\n  "kind": flow\n}')).toEqual([{ path: '', code: 'not-json', values: { line: 2, column: 11 } }])
    expect(problemsOf('{\n  "kind": ')).toEqual([{ path: '', code: 'not-json', values: { line: 2, column: 11 } }])
  })

  test('fields that are not known, with the known one that was probably meant', () => {
    const { schedule, ...rest } = definition()
    expect(problemsOf({ ...rest, shedule: schedule })).toEqual([
      { path: 'schedule', code: 'missing' },
      { path: 'shedule', code: 'unknown-field-near', values: { field: 'shedule', nearest: 'schedule' } },
    ])
    expect(problemsOf({ ...definition(), rawSchema: { mode: 'columns-only', colour: 'red' } })).toEqual([
      { path: 'rawSchema.colour', code: 'unknown-field', values: { field: 'colour' } },
    ])
  })

  test('every malformed field at once, each by its path', () => {
    const broken = {
      ...definition(),
      mapping: { version: 1, rows: [{ id: 'a', sourceType: 'CONSTANT', source: '', destination: 3 }] },
      schedule: { frequency: 'minute', interval: 1.5, start: 'tomorrow' },
      options: { partialIngestionPercent: 101 },
    }
    expect(problemsOf(broken)).toEqual([
      { path: 'mapping.rows[0].sourceType', code: 'not-one-of', values: { allowed: 'ATTRIBUTE, EXPRESSION, STATIC', found: 'CONSTANT' } },
      { path: 'mapping.rows[0].source', code: 'empty' },
      { path: 'mapping.rows[0].destination', code: 'wrong-type', values: { expected: 'string', found: 'number' } },
      { path: 'schedule.interval', code: 'wrong-type', values: { expected: 'whole number', found: 'number' } },
      { path: 'schedule.start', code: 'not-a-moment', values: { found: 'tomorrow' } },
      { path: 'options.partialIngestionPercent', code: 'too-large', values: { limit: 100 } },
    ])
  })
})

describe('secrets', () => {
  const canary = 'sk_live_canary_8f2d'
  const withSecret: [string, unknown][] = [
    ['clientSecret', { ...definition(), clientSecret: canary }],
    ['source.auth.params.password', { ...definition(), source: { ...definition().source, auth: { params: { password: canary } } } }],
    ['data.columns[0].access_token', { ...definition(), data: { ...definition().data, columns: [{ name: 'a', type: 'string', access_token: canary }] } }],
    ['mapping.rows[0].source', { ...definition(), mapping: { version: 1, rows: [{ id: 'a', sourceType: 'STATIC', source: 'Bearer abcdefgh12345', destination: '_id' }] } }],
  ]

  test.each(withSecret)('at %s are refused when a document is read', (path, document) => {
    const found = problemsOf(document).map((problem) => `${problem.path} ${problem.code}`)
    expect(found.some((one) => one === `${path} secret` || one.endsWith('unknown-field'))).toBe(true)
    expect(JSON.stringify(problemsOf(document))).not.toContain(canary)
  })

  test('in the loose part of a definition keep it from being exported', () => {
    const [, , loose] = withSecret
    expect(exportDocument(loose?.[1] as FlowDefinition, origin)).toEqual({
      ok: false, error: [{ path: 'data.columns[0].access_token', area: 'documents', code: 'secret' }],
    })
  })

  test('a column may be called like one: its description is no value', () => {
    const columns = [{ name: 'client_secret', type: 'object', xdm: { type: 'object', properties: { client_secret: { type: 'string' } } } }]
    expect(problemsOf({ ...definition(), data: { ...definition().data, columns } })).toEqual([])
  })
})

test('a path is written as in code', () => {
  expect(formatPath(['data', 'columns', 0, 'meta:xdmType'])).toBe('data.columns[0]["meta:xdmType"]')
})

test('a file name holds letters of any language and nothing a file system minds', () => {
  expect(documentFileName('PayPal products / EU: 2026', 'json')).toBe('paypal-products-eu-2026.json')
  expect(documentFileName('支付宝 订单', 'sh')).toBe('支付宝-订单.sh')
  expect(documentFileName('../..', 'json')).toBe('flow.json')
})
