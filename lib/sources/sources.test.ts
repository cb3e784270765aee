import { describe, expect, test } from 'vitest'
import { sampleSources } from '@/emulator/content/samples/sample-sources'
import { loadDefinitions } from '@/emulator/content/xdm/definitions'
import { resolveFacts } from '@/emulator/content/xdm/resolve-for-test'
import { evaluateExpression } from '@/lib/expression/evaluate'
import { catalogue, findSource } from './catalogue'
import { genericRestSpec } from './generic-rest'
import { objectHintFor } from './object-hint'
import { paymentsSource, type ObjectHint, type PaymentsSource, type Starter } from './payments-source'
import { xdmClasses } from './xdm-ids'

const hints = catalogue.flatMap((source) => source.objects.map((hint) => [`${source.key} ${hint.words[0]}`, hint] as const))

describe.each(catalogue.map((source) => [source.key, source] as const))('%s', (_key, source) => {
  test('is described completely', () => {
    expect(paymentsSource.parse(source)).toEqual(source)
    expect(source.kind === 'rest').toBe(source.resources !== undefined)
  })
})

test('no two sources share a key; a specification is shared by presets alone', () => {
  expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length)
  const own = catalogue.filter(({ isPreset }) => !isPreset).map(({ connectionSpec }) => connectionSpec.id)
  expect(new Set(own).size).toBe(own.length)
  const presets = catalogue.filter(({ isPreset }) => isPreset)
  expect(presets.every(({ connectionSpec }) => connectionSpec.id === genericRestSpec.id)).toBe(true)
})

describe('advice for a table or resource', () => {
  test.each([
    ['paypal', 'PayPal.Catalog_Products', xdmClasses.product],
    ['paypal', 'PayPal.Transactions', xdmClasses.experienceEvent],
    ['paypal', 'PayPal.Billing_Plans', xdmClasses.plan],
    ['paypal', 'Stripe.CustomerOrders', xdmClasses.experienceEvent],
    ['paypal', 'PayPal.Customers', xdmClasses.profile],
    ['square', 'Square.Order_Line_Items', xdmClasses.experienceEvent],
    ['square', 'Square.Catalog_Items', xdmClasses.product],
    ['stripe', 'balance_transactions', xdmClasses.experienceEvent],
    ['stripe', 'customers', xdmClasses.profile],
    ['mollie', 'v2/payments', xdmClasses.experienceEvent],
  ])('%s: %s', (source, object, classId) => {
    expect(objectHintFor(findSource(source), object)?.classId).toBe(classId)
  })

  test('says nothing of what it does not recognise', () => {
    expect(objectHintFor(findSource('paypal'), 'PayPal.Webhooks')).toBeUndefined()
    expect(objectHintFor(findSource('paypal'), undefined)).toBeUndefined()
    expect(objectHintFor(undefined, 'PayPal.Orders')).toBeUndefined()
  })
})

const sets = [
  ['the compact definitions', loadDefinitions()] as const,
  ...(process.env['XDM_DIR'] ? [['the public definitions', loadDefinitions(process.env['XDM_DIR'])] as const] : []),
]
if (sets.length === 1) console.info('Recommendations are not held against the public XDM: XDM_DIR is not set.')

describe.each(sets)('nothing is recommended that does not exist in %s', (_name, definitions) => {
  const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
  const pathsOf = ({ classId, fieldGroupIds }: ObjectHint) =>
    new Map([classId, ...fieldGroupIds].flatMap((id) => [...resolveFacts(definitions, id).paths]))

  test.each(hints)('%s', (_hint, hint) => {
    expect(byId.get(hint.classId)?.['meta:resourceType']).toBe('classes')
    for (const id of hint.fieldGroupIds) {
      const group = byId.get(id)
      expect(group?.['meta:resourceType']).toBe('mixins')
      expect(group?.['meta:intendedToExtend']).toContain(hint.classId)
    }
    const paths = pathsOf(hint)
    const missing = hint.starters.map(({ destination }) => destination).filter((path) => !paths.has(path.replace('[0]', '[*]')))
    expect(missing).toEqual([])
    expect(hint.identity === undefined || paths.get(hint.identity.path)?.type === 'string').toBe(true)
    expect(new Set(hint.starters.map(({ destination }) => destination)).size).toBe(hint.starters.length)
  })

  test('every proposed event has an id and a time', () => {
    const events = hints.map(([, hint]) => hint).filter(({ classId }) => classId === xdmClasses.experienceEvent)
    expect(events.every(({ starters }) => ['_id', 'timestamp'].every((path) => starters.some(({ destination }) => destination === path)))).toBe(true)
  })
})

const nowMs = Date.UTC(2026, 10, 24)
const samples = sampleSources().flatMap(({ connectionSpecId, tables, resources }) =>
  [...tables, ...resources].flatMap((object) => {
    // Presets share a specification: their resources tell them apart.
    const source = catalogue.find((each) => each.connectionSpec.id === connectionSpecId && (!each.isPreset || each.resources?.includes(object.path)))
    const hint = objectHintFor(source, object.path)
    return source && hint && hint.starters.length > 0 ? [[object.path, source, hint, object.rowsBetween(nowMs - 30 * 86_400_000, nowMs)] as const] : []
  }),
)

function read(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), row)
}

function valueOf({ sourceType, source }: Starter, row: Record<string, unknown>): unknown {
  if (sourceType === 'STATIC') return source
  if (sourceType === 'ATTRIBUTE') return read(row, source)
  const result = evaluateExpression(source, row, { nowMs })
  return result.ok ? result.value : undefined
}

const mostly = (list: readonly boolean[]) => list.filter(Boolean).length >= list.length * 0.95

/** What the values of a destination look like, by the end of its path. */
const shapes: readonly (readonly [RegExp, (value: unknown) => boolean])[] = [
  [/timestamp$|Date$/, (value) => Number.isFinite(Date.parse(String(value)))],
  [/currencyCode$/, (value) => /^[A-Z]{3}$/.test(String(value))],
  [/(Total|Amount|\.amount)$/, (value) => Number.isFinite(Number(value))],
]

describe('what is proposed works on the sample rows', () => {
  test('for every table and resource of the samples that has proposals', () => {
    expect(samples.length).toBeGreaterThan(15)
  })

  test.each(samples)('%s', (_path, _source: PaymentsSource, { starters }, rows) => {
    const empty = starters.filter((starter) => rows.every((row) => (valueOf(starter, row) ?? null) === null))
    expect(empty).toEqual([])
    const byPath = new Map(starters.map((starter) => [starter.destination, rows.map((row) => valueOf(starter, row))]))
    const ids = byPath.get('_id') ?? []
    expect(mostly(ids.map((id) => typeof id === 'string' && id !== ''))).toBe(true)
    const strays = [...byPath].filter(([path, values]) => {
      const fits = shapes.find(([form]) => form.test(path))?.[1]
      const known = values.filter((value) => value !== null && value !== undefined)
      return fits !== undefined && !mostly(known.map((value) => fits(value)))
    })
    expect(strays.map(([path, values]) => [path, values.slice(0, 3)])).toEqual([])
  })

  test('minor units become amounts: hundredths where the currency has them, and not where it has none', () => {
    const charges = findSource('stripe')?.objects[0]?.starters.find(({ destination }) => destination === 'commerce.order.priceTotal')
    const amountOf = (amount: number, currency: string) => charges && valueOf(charges, { data: { amount, currency } })
    expect([amountOf(1999, 'usd'), amountOf(1999, 'jpy'), amountOf(1999, 'TWD')]).toEqual([19.99, 1999, 19.99])
  })

  test('events have ids of their own: what comes again has another', () => {
    const shares = samples.filter(([, , hint]) => hint.classId === xdmClasses.experienceEvent).map(([path, , hint, rows]) => {
      const id = hint.starters.find(({ destination }) => destination === '_id')
      const ids = rows.map((row) => id && valueOf(id, row)).filter((value) => typeof value === 'string')
      return { path, share: new Set(ids).size / ids.length }
    })
    expect(shares.filter(({ share }) => share < 0.9)).toEqual([])
  })
})
