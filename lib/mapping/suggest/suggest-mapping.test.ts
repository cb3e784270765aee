import { describe, expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets, sourceField } from '@/lib/testing/mapping-facts'
import { addLink, setStatic } from '../commands'
import { emptyMapping } from '../mapping-document'
import { learnLinks } from './learn-links'
import { suggestFor, suggestMapping } from './suggest-mapping'

const linksOf = (found: readonly { source: string; destination: string }[]) => found.map(({ source, destination }) => `${source} → ${destination}`)

describe('suggestMapping', () => {
  const found = suggestMapping({ document: emptyMapping, sources, targets })

  test('proposes near names with a fitting type, each source and target once, the surest first', () => {
    expect(linksOf(found)).toContain('Transaction_Id → commerce.order.payments[0].transactionID')
    expect(new Set(found.map(({ source }) => source)).size).toBe(found.length)
    expect(new Set(found.map(({ target }) => target)).size).toBe(found.length)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test('says why: words, values, or the bridge between the types', () => {
    for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0)
    const contact = suggestMapping({ document: emptyMapping, sources: [sourceField('contact', 'string', ['a@example.com', 'b@example.org'])], targets })
    expect(contact[0]).toMatchObject({ target: 'personalEmail.address', reasons: [{ code: 'looksLike', values: { shape: 'email' } }] })
  })

  test('never touches what a person linked, by column or by constant', () => {
    const document = setStatic(addLink(emptyMapping, 'Fee', 'commerce.order.payments[0].transactionID'), 'commerce.order.currencyCode', 'EUR')
    const rest = suggestMapping({ document, sources, targets })
    expect(rest.some(({ source }) => source === 'Fee')).toBe(false)
    expect(rest.some(({ target }) => target === 'commerce.order.payments[*].transactionID' || target === 'commerce.order.currencyCode')).toBe(false)
  })

  test('brings the conversion along: epoch seconds become a date-time, cents an amount, small letters a currency', () => {
    const columns = [
      sourceField('created', 'integer', ['1679090539']), sourceField('price_total', 'integer', ['1099']), sourceField('currency', 'string', ['usd', 'eur']),
    ]
    const rows = suggestMapping({ document: emptyMapping, sources: columns, targets }).map(({ source, row }) => [source, row.source])
    expect(Object.fromEntries(rows)).toEqual({
      created: 'dformat(created * 1000, "yyyy-MM-dd\'T\'HH:mm:ss\'Z\'")',
      price_total: expect.stringContaining('price_total / 100.0'),
      currency: 'upper(currency)',
    })
  })

  test('a list is never poured into a single value', () => {
    const items = suggestMapping({ document: emptyMapping, sources: [sourceField('items[*].currency', 'string', ['EUR'])], targets })
    expect(items).toEqual([])
  })

  test('what earlier flows of the source kept comes first, and only where the schema still has it', () => {
    const kept = addLink(emptyMapping, 'Amount', 'commerce.order.priceTotal')
    const learned = learnLinks([kept, kept, addLink(emptyMapping, 'Fee', 'gone.away')])
    const [first, ...others] = suggestMapping({ document: emptyMapping, sources, targets, learned })
    expect(first).toMatchObject({ source: 'Amount', destination: 'commerce.order.priceTotal', reasons: [{ code: 'learned', values: { times: 2 } }] })
    expect(others.some(({ destination }) => destination === 'gone.away')).toBe(false)
  })
})

test('one column gets its best fields in order, without those that are taken', () => {
  const column = sourceField('Transaction_Id', 'string')
  const targetsOf = (document = emptyMapping) => suggestFor(column, { document, sources, targets }).map(({ target }) => target)
  expect(targetsOf()[0]).toBe('commerce.order.payments[*].transactionID')
  expect(targetsOf(addLink(emptyMapping, 'x', 'commerce.order.payments[0].transactionID'))).not.toContain('commerce.order.payments[*].transactionID')
})
