import { describe, expect, test } from 'vitest'
import { paymentTargets, sourceField } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'
import { joinColumns } from './join-columns'
import { pairChildren } from './pair-children'

const targets = indexFields(paymentTargets)
const join = (path: string, ...types: ('string' | 'number' | 'boolean')[]) => {
  const target = targets.get(path)
  return target && joinColumns(types.map((type, at) => sourceField(`c${at}`, type)), target)
}

describe('several columns onto one field', () => {
  test('texts are joined, numbers added, a list of plain values listed', () => {
    expect(join('commerce.order.purchaseID', 'string', 'number')?.expression).toBe('concat(c0, " ", c1)')
    expect(join('commerce.order.priceTotal', 'number', 'number')?.expression).toBe('c0 + c1')
    expect(join('tags', 'string', 'string')?.expression).toBe('to_array(false, c0, c1)')
  })

  test('what makes no sense together is refused with the reason', () => {
    expect(join('commerce.order.priceTotal', 'number', 'string')?.fit).toEqual({ level: 'impossible', reason: 'joinNumbers' })
    expect(join('timestamp', 'string', 'string')?.fit.level).toBe('impossible')
    expect(join('commerce.order', 'string', 'string')?.fit).toEqual({ level: 'impossible', reason: 'needsChild' })
  })
})

describe('an object onto an object', () => {
  const schema = buildSchemaTree({
    type: 'object',
    properties: {
      address: { type: 'object', properties: { city: { type: 'string' }, countryCode: { type: 'string' }, postalCode: { type: 'string' }, street1: { type: 'string' }, dmaID: { type: 'integer' } } },
      lines: { type: 'array', items: { type: 'object', properties: { SKU: { type: 'string' }, quantity: { type: 'integer' } } } },
    },
  })
  const pairs = (source: Parameters<typeof pairChildren>[0], path: string) => {
    const target = indexFields(schema).get(path)
    return target ? pairChildren(source, target).map(({ source: from, destination }) => `${from.path} → ${destination}`) : []
  }

  test('pairs the children by name, each once', () => {
    const children = ['city', 'postal_code', 'line1', 'country'].map((name) => sourceField(`billing.${name}`, 'string'))
    expect(pairs(sourceField('billing', 'object', undefined, children), 'address').toSorted()).toEqual([
      'billing.city → address.city', 'billing.country → address.countryCode', 'billing.line1 → address.street1',
      'billing.postal_code → address.postalCode',
    ])
  })

  test('pairs lists item by item, and never a list into single values', () => {
    const items = sourceField('items', 'array', undefined, [sourceField('items[*].sku', 'string'), sourceField('items[*].quantity', 'integer')])
    expect(pairs(items, 'lines')).toEqual(['items[*].sku → lines[*].SKU', 'items[*].quantity → lines[*].quantity'])
    expect(pairs(items, 'address')).toEqual([])
  })
})
