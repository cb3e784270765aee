import { expect, test } from 'vitest'
import { payPalTables } from '@/emulator/content/samples/paypal/paypal-tables'
import { stripeResources } from '@/emulator/content/samples/stripe/stripe-resources'
import { isFieldName } from '@/lib/flows/clean-field-names'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import { findSource } from './catalogue'
import { hierarchyOf } from './hierarchy'
import { objectHintFor } from './object-hint'
import { proposeOwnFields } from './own-fields'

const nowMs = Date.UTC(2026, 10, 24)

test('columns that nothing reads get a field of their own, with a name and a type the registry takes', () => {
  const table = payPalTables.find(({ path }) => path === 'PayPal.Transactions')
  const sources = sourceFieldsFromColumns(table?.columns ?? [])
  const starters = objectHintFor(findSource('paypal'), 'PayPal.Transactions')?.starters ?? []
  const proposed = proposeOwnFields(sources, emptyMapping, starters)
  const read = new Set(starters.map(({ source }) => source))
  expect(proposed.map(({ source }) => source)).toEqual(sources.map(({ path }) => path).filter((path) => !read.has(path) && path !== 'Transaction_Event_Code'))
  expect(proposed.find(({ source }) => source === 'Risk_Score')).toMatchObject({ name: 'Risk_Score', type: 'number' })
})

test('nested fields keep their way in their name, lists are left out', () => {
  const charges = stripeResources.find(({ path }) => path === 'charges')
  const rows = charges?.rowsBetween(nowMs - 86_400_000, nowMs) ?? []
  const { columns } = hierarchyOf(charges?.schema, rows)
  const proposed = proposeOwnFields(sourceFieldsFromColumns(columns, rows), emptyMapping, [])
  expect(proposed.find(({ source }) => source === 'data.payment_method_details.card.brand')).toMatchObject({ name: 'payment_method_details_card_brand', type: 'string' })
  expect(proposed.every(({ name, source }) => isFieldName(name) && !source.includes('[*]'))).toBe(true)
  expect(new Set(proposed.map(({ name }) => name)).size).toBe(proposed.length)
})

test('a column is read by an expression that names it, not by one that names a longer one', () => {
  const sources = sourceFieldsFromColumns([{ name: 'Amount', type: 'string' }, { name: 'Amount_Currency', type: 'string' }])
  const document = { ...emptyMapping, rows: [{ id: 'a', sourceType: 'EXPRESSION' as const, source: 'upper(Amount_Currency)', destination: 'x' }] }
  expect(proposeOwnFields(sources, document, []).map(({ source }) => source)).toEqual(['Amount'])
})
