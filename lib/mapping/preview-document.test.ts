import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import type { MappingDocument } from './mapping-document'
import { countCells, previewRecord } from './preview-document'
import { writeRecord } from './write-record'

const facts = { targets, targetIndex: indexFields(targets) }
const documentOf = (...rows: readonly (readonly [string, string, ('ATTRIBUTE' | 'EXPRESSION' | 'STATIC')?])[]): MappingDocument => ({
  version: 1, rows: rows.map(([source, destination, sourceType = 'ATTRIBUTE'], at) => ({ id: `r${at}`, source, destination, sourceType })),
})

describe('previewRecord', () => {
  const row = { id: 'T1', cents: 1250, when: '2026-11-24T10:00:00Z', lines: [{ id: 'a', amount: 1 }, { id: 'b', amount: 2 }], big: '1234567890123456789' }

  test('builds the record Adobe would build: types of the target, objects and lists made on the way, lists spread', () => {
    const document = documentOf(
      ['id', '_id'], ['when', 'timestamp'], ['cents / 100.0', 'commerce.order.priceTotal', 'EXPRESSION'], ['EUR', 'commerce.order.currencyCode', 'STATIC'],
      ['lines[*].id', 'commerce.order.payments[*].transactionID'], ['lines[*].amount', 'commerce.order.payments[*].paymentAmount'],
    )
    expect(previewRecord(document, row, facts, 0)).toMatchObject({
      record: {
        _id: 'T1', timestamp: '2026-11-24T10:00:00.000Z',
        commerce: { order: { priceTotal: 12.5, currencyCode: 'EUR', payments: [{ transactionID: 'a', paymentAmount: 1 }, { transactionID: 'b', paymentAmount: 2 }] } },
      },
      refusedBy: [],
    })
  })

  test('marks what failed, what is empty and what lost digits, each with its reason, and names what makes Adobe refuse the row', () => {
    const document = documentOf(['id', 'timestamp'], ['gone', 'commerce.order.purchaseID'], ['big', 'commerce.order.priceTotal'], ['boom(', '_id', 'EXPRESSION'])
    const preview = previewRecord(document, row, facts, 0)
    expect(preview.cells.map(({ state, reason, lost }) => [state, reason ?? lost])).toEqual([
      ['failed', 'notDate'], ['nothing', undefined], ['lost', 'precision'], ['failed', undefined],
    ])
    expect(preview.refusedBy).toEqual(['_id', 'timestamp'])
    expect(countCells([preview, preview]).get('r0')).toEqual({ written: 0, lost: 0, nothing: 0, failed: 2 })
  })
})

test('writing never throws and never reaches what all objects inherit, whatever the path and the value', () => {
  const part = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', 'b[0]', 'c[*]', 'd[*][*]', 'e[7]', 'x\\.y'), fc.string())
  fc.assert(fc.property(fc.array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 5 }), fc.jsonValue()), { maxLength: 6 }), (writes) => {
    const record: Record<string, unknown> = {}
    for (const [parts, value] of writes) writeRecord(record, parts.join('.'), value)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  }), { seed: 41 })
})
