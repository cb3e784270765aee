import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentTargets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import type { MappingRow } from './mapping-document'
import { previewValue, readSource } from './preview-value'

const index = indexFields(paymentTargets)
const record = {
  Id: 'T1', Amount: '12.50', Bad: 'ten', Day: '2026-11-24', Flag: 'yes', Nothing: null, 'Full.Name': 'Jo',
  payer: { email: 'a@b.example' }, items: [{ id: 1 }, { id: 2 }],
}

function preview(sourceType: MappingRow['sourceType'], source: string, destination: string) {
  const field = index.get(destination)
  if (!field) throw new Error(`no ${destination} in the test's schema`)
  return previewValue({ id: 'r1', sourceType, source, destination }, field, record, 0)
}

describe('previewValue', () => {
  test('shows a value as the target’s type makes it', () => {
    expect(preview('ATTRIBUTE', 'Amount', 'commerce.order.priceTotal')).toMatchObject({ before: '12.50', after: '12.5' })
    expect(preview('ATTRIBUTE', 'Day', 'timestamp')).toMatchObject({ before: '2026-11-24', after: '2026-11-24T00:00:00.000Z' })
    expect(preview('ATTRIBUTE', 'Flag', '_acme.isTest')).toMatchObject({ before: 'yes', after: 'true' })
  })

  test('says why nothing comes out', () => {
    expect(preview('ATTRIBUTE', 'Bad', 'commerce.order.priceTotal')).toMatchObject({ before: 'ten', after: undefined, reason: 'notNumber' })
    expect(preview('ATTRIBUTE', 'Nothing', '_id')).toMatchObject({ before: undefined, after: undefined })
    expect(preview('EXPRESSION', 'concat(', '_id').failure).toMatchObject({ code: 'unexpected-end' })
  })

  test('evaluates a calculated field and converts its value', () => {
    expect(preview('EXPRESSION', 'concat("P-", Id)', '_id').after).toBe('P-T1')
    expect(preview('EXPRESSION', 'Bad', 'commerce.order.priceTotal').reason).toBe('notNumber')
  })

  test('a constant is itself in every row', () => {
    expect(preview('STATIC', 'EUR', 'commerce.order.currencyCode').after).toBe('EUR')
  })

  test('never throws, whatever the source says and whatever the row holds', () => {
    const kind = fc.constantFrom<MappingRow['sourceType']>('ATTRIBUTE', 'EXPRESSION', 'STATIC')
    const target = fc.constantFrom(...index.values())
    fc.assert(fc.property(kind, fc.string({ minLength: 1 }), target, fc.dictionary(fc.string(), fc.jsonValue()), (sourceType, source, field, row) => {
      expect(() => previewValue({ id: 'r1', sourceType, source, destination: field.path }, field, row, 0)).not.toThrow()
    }), { seed: 9, numRuns: 300 })
  })
})

test.each([
  ['payer.email', 'a@b.example'], ['items[1].id', 2], ['items[*].id', [1, 2]], ['Full\\.Name', 'Jo'], ['Full.Name', 'Jo'],
  ['payer.nothing', undefined], ['items[9].id', undefined],
])('the source path %s is read', (path, value) => {
  expect(readSource(record, path)).toEqual(value)
})
