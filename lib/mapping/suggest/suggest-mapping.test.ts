import { describe, expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets, sourceField } from '@/lib/testing/mapping-facts'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'
import { addLink, setStatic } from '../commands'
import { emptyMapping } from '../mapping-document'
import { wordsOfName } from './field-words'
import { learnLinks } from './learn-links'
import { suggestFor, suggestMapping } from './suggest-mapping'

const linksOf = (found: readonly { source: string; destination: string }[]) => found.map(({ source, destination }) => `${source} → ${destination}`)

describe('suggestMapping', () => {
  const found = suggestMapping({ document: emptyMapping, sources, targets })

  test('proposes near names with a fitting type, each field once and each column once but for what is required, the surest first', () => {
    expect(linksOf(found)).toContain('Transaction_Id → commerce.order.payments[0].transactionID')
    const optional = found.filter(({ target }) => target !== '_id' && target !== 'timestamp')
    expect(new Set(optional.map(({ source }) => source)).size).toBe(optional.length)
    expect(new Set(found.map(({ target }) => target)).size).toBe(found.length)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test('what every row has to have is proposed too, from a column that goes elsewhere as well', () => {
    const columns = [sourceField('Transaction_Id', 'string', ['5TY05013RG002845M']), sourceField('Created_Time', 'date-time')]
    const links = linksOf(suggestMapping({ document: emptyMapping, sources: columns, targets, table: 'Transactions' }))
    expect(links).toEqual(expect.arrayContaining([
      'Transaction_Id → _id', 'Transaction_Id → commerce.order.payments[0].transactionID', 'Created_Time → timestamp', 'Created_Time → commerce.order.createdDate',
    ]))
  })

  test('says why: words, values, or the bridge between the types', () => {
    for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0)
    const contact = suggestMapping({ document: emptyMapping, sources: [sourceField('contact', 'string', ['a@example.com', 'b@example.org'])], targets })
    expect(contact[0]).toMatchObject({ target: 'personalEmail.address', reasons: [{ code: 'needed' }, { code: 'looksLike', values: { shape: 'email' } }] })
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

describe('a name is read as people of the trade mean it', () => {
  const first = (path: string, table: string, type: 'string' | 'number' = 'string', among = targets) =>
    suggestFor({ ...sourceField(path, type), name: path.split('.').at(-1) ?? path }, { document: emptyMapping, sources: [], targets: among, table })[0]?.target

  test('another thing’s id is not the row’s own', () => {
    expect(first('id', 'orders')).toBe('_id')
    expect(first('reference_id', 'orders')).not.toBe('_id')
    expect(first('refund.id', 'payments')).not.toBe('_id')
  })

  test('a refunded amount is no amount paid, and the other way round', () => {
    const money = buildSchemaTree({
      type: 'object',
      properties: Object.fromEntries(['refundAmount', 'paymentAmount'].map((name) => [name, { type: 'number' }])),
    })
    expect(first('amount_refunded', 'charges', 'number', money)).toBe('refundAmount')
    expect(first('amount', 'charges', 'number', money)).toBe('paymentAmount')
  })

  test('the name of somebody is a whole person’s, the name of a thing is not', () => {
    const named = buildSchemaTree({
      type: 'object',
      properties: {
        person: { type: 'object', properties: { name: { type: 'object', properties: { fullName: { type: 'string' }, lastName: { type: 'string' } } } } },
        product: { type: 'object', properties: { name: { type: 'string' } } },
      },
    })
    for (const path of ['billing_details.name', 'customer_name', 'payer.name']) expect(first(path, 'charges', 'string', named)).toBe('person.name.fullName')
    expect(first('name', 'customers', 'string', named)).toBe('person.name.fullName')
    expect(first('name', 'products', 'string', named)).toBe('product.name')
  })
})

test('“at” and “on” speak of a time at the end of a name only', () => {
  for (const name of ['created_at', 'createdOn', 'updated_on']) expect(wordsOfName(name)).toContain('date')
  for (const name of ['on_behalf_of', 'on', 'at_risk_amount']) expect(wordsOfName(name)).not.toContain('date')
})

test('one of several is read as one of them', () => {
  expect(wordsOfName('tenders')).toEqual(['tender'])
  expect(wordsOfName('Categories')).toEqual(['category'])
  expect(wordsOfName('addresses')).toEqual(['address'])
  expect(wordsOfName('boxes')).toEqual(['box'])
  for (const word of ['status', 'gross', 'bonus', 'basis']) expect(wordsOfName(word)).toEqual([word])
})
