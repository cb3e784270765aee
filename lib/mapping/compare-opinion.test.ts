import { expect, test } from 'vitest'
import { paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { compareOpinion } from './compare-opinion'
import type { MappingDocument } from './mapping-document'
import { previewRecord } from './preview-document'

const document: MappingDocument = {
  version: 1,
  rows: [
    { id: 'r1', sourceType: 'ATTRIBUTE', source: 'id', destination: '_id' }, { id: 'r2', sourceType: 'ATTRIBUTE', source: 'when', destination: 'timestamp' },
    { id: 'r3', sourceType: 'ATTRIBUTE', source: 'total', destination: 'commerce.order.priceTotal' },
  ],
}
const previews = [previewRecord(document, { id: 'a', when: '2026-11-24T10:00:00Z', total: '12.50' }, { targets, targetIndex: indexFields(targets) }, 0)]
const compare = (data: unknown, errors: string[] = [], objections: string[][] = [[], [], []]) =>
  compareOpinion(document, previews, { objections, records: [{ data, errors }] })

test('one moment and one number written two ways are no difference', () => {
  expect(compare({ _id: 'a', timestamp: '2026-11-24T10:00:00Z', commerce: { order: { priceTotal: 12.5 } } })).toEqual([])
})

test('another value, a missing and an additional one are named with both sides', () => {
  expect(compare({ _id: 'b', timestamp: '2026-11-24T10:00:00Z', commerce: { order: { purchaseID: 'x' } } })).toEqual([
    { kind: 'value', row: 1, path: '_id', ours: 'a', theirs: 'b' },
    { kind: 'value', row: 1, path: 'commerce.order.priceTotal', ours: '12.5', theirs: '' },
    { kind: 'value', row: 1, path: 'commerce.order.purchaseID', ours: '', theirs: 'x' },
  ])
})

test('an objection names the link it is about, an error nobody foresaw its row', () => {
  const same = { _id: 'a', timestamp: '2026-11-24T10:00:00Z', commerce: { order: { priceTotal: 12.5 } } }
  expect(compare(same, ['odd'], [[], ['no such field'], []])).toEqual([
    { kind: 'refused', rowId: 'r2', destination: 'timestamp', message: 'no such field' }, { kind: 'rowError', row: 1, message: 'odd' },
  ])
})
