import { expect, test } from 'vitest'
import { paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { rankTargets } from './rank-fields'

test('the palette offers near names first and what cannot fit last', () => {
  const ranked = rankTargets(indexFields(targets).values(), { name: 'Transaction_Id', type: 'string' }, '')
  expect(ranked[0]?.field.path).toBe('commerce.order.payments[*].transactionID')
  expect(ranked.at(-1)?.fit.level).toBe('impossible')
})

test('what is typed decides over what is near', () => {
  const ranked = rankTargets(indexFields(targets).values(), { name: 'Transaction_Id', type: 'string' }, 'purch')
  expect(ranked.map(({ field }) => field.path)).toEqual(['commerce.order.purchaseID'])
})
