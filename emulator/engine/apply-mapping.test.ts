import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Json, JsonObject } from '../content/types'
import { applyMapping } from './apply-mapping'
import type { MappedRow, MappingRow } from './types'

const nowMs = Date.UTC(2026, 10, 24, 12)
const text = { type: 'string' }
const schema: JsonObject = {
  type: 'object',
  required: ['_id'],
  properties: {
    _id: text,
    timestamp: { type: 'string', format: 'date-time' },
    day: { type: 'string', format: 'date' },
    amount: { type: 'number' },
    count: { type: 'integer' },
    small: { type: 'integer', minimum: 0, maximum: 10 },
    paid: { type: 'boolean' },
    status: { type: 'string', enum: ['open', 'closed'] },
    address: { type: 'object', properties: { city: text, zip: text, lines: { type: 'array', items: text } } },
    items: { type: 'array', items: { type: 'object', required: ['sku'], properties: { sku: text, quantity: { type: 'integer' } } } },
    labels: { type: 'object', additionalProperties: text },
  },
}

const attribute = (source: string, destination: string): MappingRow => ({ sourceType: 'ATTRIBUTE', source, destination })
const expression = (source: string, destination: string): MappingRow => ({ sourceType: 'EXPRESSION', source, destination })
const id: MappingRow = { sourceType: 'STATIC', source: 'x', destination: '_id' }

function map(row: JsonObject, ...mappings: MappingRow[]): MappedRow {
  const [mapped] = applyMapping({ mappings: [id, ...mappings], schema, rows: [row], nowMs })
  if (mapped === undefined) throw new Error('No row for a row.')
  return mapped
}

const valueAt = (destination: string, value: Json): Json | undefined => map({ v: value }, attribute('v', destination)).data[destination]

describe('the target’s type decides', () => {
  test.each<[string, Json, Json | undefined]>([
    ['_id', 1234, '1234'],
    ['_id', true, 'true'],
    ['amount', '12.50', 12.5],
    ['amount', '1,234', undefined],
    ['amount', ' 1', undefined],
    ['count', '17', 17],
    ['count', '17.5', undefined],
    ['count', 17.5, undefined],
    ['paid', 'YES', true],
    ['paid', 'off', false],
    ['paid', 'True', undefined],
    ['paid', 1, undefined],
    ['address', 'Berlin', undefined],
  ])('%s from %o is %o', (destination, value, expected) => {
    expect(valueAt(destination, value)).toEqual(expected)
  })
})

describe('texts become dates in Data Prep’s own order', () => {
  test.each([
    ['2026-11-24T10:11:12+02:00', '2026-11-24T10:11:12+02:00'],
    ['2026-11-24 10:11:12.345', '2026-11-24T10:11:12.345Z'],
    ['2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['12112020', '2020-12-11T00:00:00.000Z'],
    ['24.1.2026', '2026-01-24T00:00:00.000Z'],
    ['2026-Nov-24', '2026-11-24T00:00:00.000Z'],
    ['31-02-2026', undefined],
    ['2026-02-30', undefined],
    ['yesterday', undefined],
  ])('%s is %s', (value, expected) => {
    expect(valueAt('timestamp', value)).toBe(expected)
  })

  test('a number is never taken for a moment', () => {
    expect(valueAt('timestamp', 1_795_000_000)).toBeUndefined()
  })

  test('a day is the day in UTC', () => {
    expect(valueAt('day', '2026-11-24T23:30:00-05:00')).toBe('2026-11-25')
  })
})

describe('paths', () => {
  test('objects are made on the way, lists by index without gaps', () => {
    const mappings = [attribute('a', 'address.city'), attribute('b', 'items[1].sku'), attribute('c', 'items[1].quantity')]
    const { data } = map({ a: 'Berlin', b: 's1', c: 2 }, ...mappings)
    expect(data).toEqual({ _id: 'x', address: { city: 'Berlin' }, items: [{ sku: 's1', quantity: 2 }] })
  })

  test('a wildcard takes element for element', () => {
    const row = { lines: [{ code: 'a', n: '1' }, { code: 'b', n: '2' }] }
    const { data } = map(row, attribute('lines[*].code', 'items[*].sku'), attribute('lines[*].n', 'items[*].quantity'))
    expect(data['items']).toEqual([{ sku: 'a', quantity: 1 }, { sku: 'b', quantity: 2 }])
  })

  test('an object takes along the children of the same name, and what has a mapping of its own stays', () => {
    const row = { home: { city: 'Berlin', zip: 10115, other: 1 }, town: 'Potsdam' }
    const { data } = map(row, attribute('town', 'address.city'), attribute('home', 'address'))
    expect(data['address']).toEqual({ city: 'Potsdam', zip: '10115' })
  })

  test('a column whose name has dots is found with and without escapes', () => {
    const row = { 'amount.value': '5' }
    expect(map(row, attribute('amount.value', 'amount')).data['amount']).toBe(5)
    expect(map(row, attribute('amount\\.value', 'amount')).data['amount']).toBe(5)
  })

  test('a key of a map is a path like any other', () => {
    expect(map({ a: 'b' }, attribute('a', 'labels.color')).data['labels']).toEqual({ color: 'b' })
  })

  test('a path that the schema does not have is told and left out', () => {
    const { data, errors } = map({ a: 1 }, attribute('a', 'product.name'))
    expect(data).toEqual({ _id: 'x' })
    expect(errors).toMatchObject([{ destination: 'product.name', columnName: 'product' }])
  })
})

describe('expressions', () => {
  test('are evaluated on the row, by the time that is handed in', () => {
    const mappings = [expression('concat(given, " ", upper(family))', 'address.city'), expression('now()', 'timestamp')]
    const { data } = map({ given: 'Ada', family: 'l' }, ...mappings)
    expect(data).toEqual({ _id: 'x', address: { city: 'Ada L' }, timestamp: '2026-11-24T12:00:00Z' })
  })

  test('that fail cost their own attribute alone', () => {
    const { data, errors, rejections } = map({ v: 'much' }, expression('to_decimal(v)', 'amount'), attribute('v', 'address.city'))
    expect(data).toEqual({ _id: 'x', address: { city: 'much' } })
    expect(errors).toMatchObject([{ sourceType: 'EXPRESSION', source: 'to_decimal(v)', columnName: 'amount' }])
    expect(rejections).toEqual([])
  })

  test('that answer nothing leave the attribute out without an error', () => {
    const { data, errors } = map({}, expression('nullify()', 'amount'), attribute('missing', 'count'))
    expect([data, errors]).toEqual([{ _id: 'x' }, []])
  })

  test('that cannot be read say so on every row', () => {
    const rows = applyMapping({ mappings: [expression('concat(', '_id')], schema, rows: [{}, {}], nowMs })
    expect(rows.map(({ errors }) => errors.length)).toEqual([1, 1])
  })
})

describe('a row is refused', () => {
  const refusals = (row: JsonObject, ...mappings: MappingRow[]) => map(row, ...mappings).rejections.map(({ code }) => code)

  test('for a required field that is missing, also within a list', () => {
    const [mapped] = applyMapping({ mappings: [attribute('missing', '_id')], schema, rows: [{}], nowMs })
    expect(mapped?.rejections).toMatchObject([{ code: 'INGEST-1555-400' }])
    expect(refusals({ n: 1 }, attribute('n', 'items[0].quantity'))).toEqual(['INGEST-1555-400'])
  })

  test('for a value outside of its enum or range, but not for its pattern', () => {
    expect(refusals({ s: 'lost' }, attribute('s', 'status'))).toEqual(['DCVS-1106-400'])
    expect(refusals({ n: 11 }, attribute('n', 'small'))).toEqual(['INGEST-1401-400'])
    expect(refusals({ n: 2 ** 40 }, attribute('n', 'count'))).toEqual(['INGEST-1401-400'])
    expect(refusals({ s: 'open', n: 10 }, attribute('s', 'status'), attribute('n', 'small'))).toEqual([])
  })
})

test('whatever a row holds, every row has its answer and nothing is thrown', () => {
  const scalars = ['_id', 'timestamp', 'amount', 'count', 'paid', 'status', 'address.city', 'items[2].sku']
  const mapping = fc.record({
    sourceType: fc.constant('ATTRIBUTE' as const),
    source: fc.constantFrom('a', 'a.b', 'a[0]', 'a[*].b'),
    destination: fc.constantFrom(...scalars, 'address', 'items', 'items[*].sku', 'labels'),
  })
  const mappings = fc.array(mapping, { maxLength: 6 })
  const rows = fc.array(fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>), { maxLength: 3 })
  fc.assert(
    fc.property(mappings, rows, (given, list) => {
      const mapped = applyMapping({ mappings: given, schema, rows: list, nowMs })
      expect(mapped).toHaveLength(list.length)
      for (const { data } of mapped) expect(JSON.stringify(data)).not.toMatch(/:null|\[null/)
    }),
  )
})
