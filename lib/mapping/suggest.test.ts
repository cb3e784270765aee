import { describe, expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { addLink } from './commands'
import { emptyMapping } from './mapping-document'
import { rankTargets } from './rank-fields'
import { suggestMapping } from './suggest'

describe('suggestMapping', () => {
  test('proposes near names with a fitting type, each source and target once', () => {
    const found = suggestMapping(emptyMapping, sources, targets)
    expect(found.map(({ source, target }) => `${source} → ${target}`)).toContain('Transaction_Id → commerce.order.payments[*].transactionID')
    expect(new Set(found.map(({ source }) => source)).size).toBe(found.length)
    expect(new Set(found.map(({ target }) => target)).size).toBe(found.length)
    for (const { score } of found) expect(score).toBeGreaterThanOrEqual(0.6)
  })

  test('never touches what is linked already', () => {
    const document = addLink(emptyMapping, 'Fee', 'commerce.order.payments[0].transactionID')
    const found = suggestMapping(document, sources, targets)
    expect(found.some(({ source, target }) => source === 'Fee' || target === 'commerce.order.payments[*].transactionID')).toBe(false)
  })
})

test('the palette offers near names first and what cannot fit last', () => {
  const ranked = rankTargets(indexFields(targets).values(), { name: 'Transaction_Id', type: 'string' }, '')
  expect(ranked[0]?.field.path).toBe('commerce.order.payments[*].transactionID')
  expect(ranked.at(-1)?.fit.level).toBe('impossible')
})

test('what is typed decides over what is near', () => {
  const ranked = rankTargets(indexFields(targets).values(), { name: 'Transaction_Id', type: 'string' }, 'purch')
  expect(ranked.map(({ field }) => field.path)).toEqual(['commerce.order.purchaseID'])
})
