import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../types'
import { sampleSources } from './sample-sources'
import { dayMs, samplesStartMs } from './support/time'

const nowMs = Date.UTC(2026, 10, 24)
const sources = sampleSources()
const all = sources.flatMap(({ tables, resources }) => [...tables, ...resources])
const named = all.map((one) => [one.path, one] as const)
const rowsOf = new Map(all.map((one) => [one, one.rowsBetween(samplesStartMs, nowMs)]))
const rows = (path: string) => [...rowsOf].find(([one]) => one.path === path)?.[1] ?? []
const records = (path: string) => rows(path).map(({ data }) => data as JsonObject)

/** Every text, number and null in a row, however deep. */
const leaves = (value: Json): Json[] => {
  if (Array.isArray(value)) return value.flatMap(leaves)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}

/** The fields of a record in a resource's hierarchy. */
const fieldsOf = (schema: JsonObject | undefined) =>
  (schema as { properties: { data: { properties: Record<string, { type?: string }> } } } | undefined)?.properties.data.properties ?? {}

const shareOf = (list: readonly JsonObject[], test: (row: JsonObject) => boolean) => list.filter(test).length / list.length

test('no two sources share a specification, no two of their tables or resources a path', () => {
  expect(new Set(sources.map(({ connectionSpecId }) => connectionSpecId)).size).toBe(sources.length)
  for (const { tables, resources } of sources) {
    const paths = [...tables, ...resources].map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  }
})

describe.each(named)('%s', (_path, sample) => {
  const whole = rowsOf.get(sample) ?? []

  test('is the same however the time is cut, and only grows', () => {
    const from = nowMs - 12 * dayMs
    const stretch = sample.rowsBetween(from, nowMs)
    fc.assert(fc.property(fc.array(fc.integer({ min: from, max: nowMs }), { maxLength: 6 }), (cuts) => {
      const edges = [from, ...cuts.sort((a, b) => a - b), nowMs]
      expect(edges.slice(1).flatMap((edge, index) => sample.rowsBetween(edges[index] ?? edge, edge))).toEqual(stretch)
    }), { numRuns: 6 })
    expect(whole.slice(whole.length - stretch.length)).toEqual(stretch)
    expect(sample.rowsBetween(from, nowMs + 10 * dayMs).length).toBeGreaterThan(stretch.length)
  })

  test('has enough rows to look at and not more than a machine carries', () => {
    expect(whole.length).toBeGreaterThan(40)
    expect(whole.length).toBeLessThan(9_000)
  })

})

describe('tables', () => {
  test.each(sources.flatMap(({ tables }) => tables).map((one) => [one.path, one] as const))('%s: rows hold their columns, and their delta column says when they came', (_path, table) => {
    const names = table.columns.map(({ name }) => name)
    const delta = table.columns.find(({ name }) => name === table.deltaColumn)
    expect(delta?.['meta:xdmType']).toBe('date-time')
    for (const row of rowsOf.get(table) ?? []) expect(Object.keys(row)).toEqual(names)
    const [first] = table.rowsBetween(samplesStartMs, nowMs)
    const atMs = Date.parse(String(first?.[table.deltaColumn]))
    expect(table.rowsBetween(atMs - 1, atMs)).toContainEqual(first)
  })
})

describe('resources', () => {
  const resources = sources.flatMap((source) => source.resources)

  test.each(resources.map((one) => [one.path, one] as const))('%s: records lie under data and never leave their hierarchy’s kinds', (_path, { schema, rowsBetween }) => {
    const fields = fieldsOf(schema)
    expect(Object.keys(fields)).not.toEqual([])
    const misplaced = rowsBetween(nowMs - 20 * dayMs, nowMs).flatMap(({ data }) =>
      Object.entries(data as JsonObject).filter(([name, value]) => {
        const type = fields[name]?.type
        if (value === null || type === undefined) return fields[name] === undefined
        return type === 'array' ? !Array.isArray(value) : type === 'object' ? typeof value !== 'object' : typeof value === 'object'
      }),
    )
    expect(misplaced).toEqual([])
  })

  test('fields that were null in what was explored have no type, and get values later', () => {
    const charges = fieldsOf(resources.find(({ path }) => path === 'charges')?.schema)
    expect(charges['on_behalf_of']).toEqual({})
    const untyped = Object.entries(charges).filter(([, schema]) => Object.keys(schema).length === 0).map(([name]) => name)
    expect(untyped.some((name) => records('charges').some((record) => record[name] !== null && record[name] !== undefined))).toBe(true)
  })
})

describe('the oddities of real data', () => {
  test('Stripe counts in minor units, epoch seconds and lower-case currencies, several of them', () => {
    const fine = records('charges').filter(({ created }) => typeof created === 'number')
    expect(fine.every(({ created }) => Number(created) * 1000 >= samplesStartMs - dayMs && Number(created) * 1000 <= nowMs)).toBe(true)
    expect(new Set(records('charges').map(({ currency }) => currency)).size).toBeGreaterThan(5)
    expect(records('charges').filter(({ currency }) => currency === 'jpy').some(({ amount }) => Number(amount) > 500)).toBe(true)
    expect(shareOf(records('charges'), ({ currency }) => /^[a-z]{3}$/.test(String(currency)))).toBeGreaterThan(0.99)
  })

  test('refunds name charges that exist, and some charges come again refunded', () => {
    const ids = new Set(records('charges').map(({ id }) => id))
    expect(shareOf(records('refunds'), ({ charge }) => ids.has(charge ?? ''))).toBeGreaterThan(0.3)
    expect(records('charges').some(({ refunded, amount, amount_refunded }) => refunded === true && amount === amount_refunded)).toBe(true)
    expect(records('balance_transactions').some(({ amount }) => Number(amount) < 0)).toBe(true)
  })

  test('a charge that comes again is the same but for what has changed', () => {
    const byId = new Map<string, JsonObject[]>()
    for (const record of records('charges')) byId.set(String(record['id']), [...(byId.get(String(record['id'])) ?? []), record])
    byId.delete('null')
    const changed = [...byId.values()].filter((list) => list.length > 1)
    expect(changed.length).toBeGreaterThan(50)
    const may = new Set(['amount_refunded', 'refunded', 'created', 'currency', 'amount'])
    const strays = changed.flatMap(([first, ...others]) => others.flatMap((other) => Object.keys(other).filter((key) => !may.has(key) && JSON.stringify(other[key]) !== JSON.stringify(first?.[key]))))
    expect(strays).toEqual([])
  })

  test('subscriptions hold their items in a list within a list, sometimes several', () => {
    const lengths = records('subscriptions').map(({ items }) => ((items as JsonObject)['data'] as Json[]).length)
    expect(new Set(lengths)).toEqual(new Set([1, 2]))
  })

  test('cards are nested, other means of payment elsewhere', () => {
    const kinds = new Set(records('charges').map(({ payment_method_details: details }) => (details as JsonObject)['type']))
    expect(kinds).toEqual(new Set(['card', 'sepa_debit']))
  })

  test('Square counts in minor units, knows cash and cards, and gives back parts', () => {
    const payments = rows('Square.Payments')
    expect(new Set(payments.map((row) => row['Source_Type'])).size).toBeGreaterThan(2)
    expect(payments.every((row) => row['Amount_Money_Amount'] === null || Number.isInteger(row['Amount_Money_Amount']))).toBe(true)
    expect(rows('Square.Refunds').length).toBeGreaterThan(100)
  })

  test.each([['PayPal.Disputes', 900], ['PayPal.Catalog_Products', 900], ['charges', 300]])('%s has long texts', (path, length) => {
    expect(rows(path).flatMap(leaves).some((value) => typeof value === 'string' && value.length > length)).toBe(true)
  })

  test.each(sources.map((source) => [source.connectionSpecId, source] as const))('the source %s writes in more than one script', (_id, { tables, resources }) => {
    const texts = [...tables, ...resources].flatMap((one) => (rowsOf.get(one) ?? []).flatMap(leaves))
    expect(texts.some((value) => typeof value === 'string' && /\p{Script=Han}/u.test(value))).toBe(true)
    expect(texts).toContain(null)
  })

  test('some rows come twice', () => {
    const ids = rows('PayPal.Transactions').map((row) => row['Transaction_Id'])
    expect(new Set(ids).size).toBeLessThan(ids.length)
  })
})
