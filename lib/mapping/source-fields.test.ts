import { expect, test } from 'vitest'
import { findSourceField, indexSources } from './source-index'
import { sourceFieldsFromColumns, sourceTypeOf } from './source-fields'

const columns = [
  { name: 'Id', type: 'integer', xdm: { type: 'integer' } },
  { name: 'updatedAt', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } },
  { name: 'Full.Name', type: 'String' },
  { name: 'payer', type: 'object', xdm: { type: 'object', properties: { email: { type: 'string' } } } },
  { name: 'lines', type: 'array', xdm: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } } },
]
const rows = [
  { Id: 1, updatedAt: '2026-01-01T00:00:00Z', 'Full.Name': null, payer: { email: 'a@b.example' }, lines: [{ sku: 'x' }, { sku: 'y' }] },
  { Id: 1, updatedAt: '', 'Full.Name': 'Jo', payer: null, lines: [] },
]
const fields = sourceFieldsFromColumns(columns, rows)

test('a column brings its type and distinct values of the preview, nothing for nulls', () => {
  expect(fields.map(({ path, type, samples }) => [path, type, samples])).toEqual([
    ['Id', 'integer', ['1']],
    ['updatedAt', 'date-time', ['2026-01-01T00:00:00Z']],
    ['Full\\.Name', 'string', ['Jo']],
    ['payer', 'object', ['{"email":"a@b.example"}']],
    ['lines', 'array', ['[{"sku":"x"},{"sku":"y"}]', '[]']],
  ])
})

test('objects and lists bring their fields, with samples from inside', () => {
  const index = indexSources(fields)
  expect(index.get('payer.email')?.samples).toEqual(['a@b.example'])
  expect(findSourceField(index, 'lines[1].sku')).toMatchObject({ path: 'lines[*].sku', samples: ['x', 'y'] })
})

test('a column with a dot in its name is found escaped and bare', () => {
  const index = indexSources(fields)
  expect(findSourceField(index, 'Full\\.Name')).toBe(findSourceField(index, 'Full.Name'))
})

test.each([['timestamp', 'date-time'], ['VARCHAR', 'string'], ['BigInt', 'integer'], ['decimal(18,2)', 'number'], ['bool', 'boolean'], ['blob', 'unknown']])(
  'a connector that says %s means %s', (type, expected) => {
    expect(sourceTypeOf({ name: 'x', type })).toBe(expected)
  },
)
