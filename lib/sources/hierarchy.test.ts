import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripeResources } from '@/emulator/content/samples/stripe/stripe-resources'
import { sourceColumn } from '@/lib/flows/flow-definition'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import { hierarchyOf, wrapRows } from './hierarchy'

const record = { type: 'object', properties: { id: { type: 'string' }, at: {}, tags: { type: 'array', items: {} }, card: { type: ['null', 'object'], properties: { brand: { type: 'string' }, wallet: {} } }, never: {} } }
const schema = { type: 'object', properties: { data: record } }
const rows = [
  { data: { id: 'a', at: null, tags: [], card: { brand: 'visa', wallet: null } } },
  { data: { id: 'b', at: '2026-01-01T00:00:00Z', tags: [{ name: 'x' }], card: { wallet: { type: 'apple_pay', dynamic: 7 }, extra: true } } },
]

test('what explore could not tell takes the type of the preview’s values, and is named', () => {
  const { columns, refined } = hierarchyOf(schema, rows)
  expect(columns).toEqual([{
    name: 'data',
    type: 'object',
    xdm: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        at: { type: 'string', format: 'date-time' },
        tags: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
        card: {
          type: 'object',
          properties: { brand: { type: 'string' }, wallet: { type: 'object', properties: { type: { type: 'string' }, dynamic: { type: 'integer' } } }, extra: { type: 'boolean' } },
        },
        never: {},
      },
    },
  }])
  expect(refined.toSorted()).toEqual(['data.at', 'data.card.extra', 'data.card.wallet', 'data.tags[*]'])
})

test('bare preview rows are wrapped as the hierarchy is; wrapped ones stay', () => {
  expect(wrapRows(schema, [{ id: 'a' }, { data: { id: 'b' } }])).toEqual([{ data: { id: 'a' } }, { data: { id: 'b' } }])
  expect(wrapRows({ type: 'object', properties: { a: {}, b: {} } }, [{ a: 1 }])).toEqual([{ a: 1 }])
})

describe('Stripe’s resources', () => {
  test.each(stripeResources.map((one) => [one.path, one] as const))('%s', (_path, resource) => {
    const preview = resource.rowsBetween(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 20)).slice(0, 50)
    const { columns } = hierarchyOf(resource.schema, preview)
    const fields = sourceFieldsFromColumns(columns, preview)
    const paths = new Map<string, string>()
    const walk = (list: typeof fields): void => list.forEach(({ path, type, children }) => { paths.set(path, type); walk([...children]) })
    walk(fields)
    expect(paths.get('data.id')).toBe('string')
    expect(paths.get('data.created')).toBe('integer')
    expect(paths.size).toBeGreaterThan(12)
  })
})

test('any hierarchy and any rows give columns that a definition takes', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (anything, anyRows) => {
    const { columns } = hierarchyOf(anything, anyRows)
    expect(columns.filter(({ name }) => name !== '').every((column) => sourceColumn.safeParse(column).success)).toBe(true)
  }))
})
