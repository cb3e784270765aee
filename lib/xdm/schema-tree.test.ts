import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicXdmFolder, resolvePublicDefinitions } from '@/lib/testing/public-xdm'
import type { XdmField } from './field'
import { findField, indexFields } from './field-index'
import { buildSchemaTree } from './schema-tree'

const schema = {
  $id: 'https://ns.adobe.com/acme/schemas/aa11',
  type: 'object',
  'meta:tenantNamespace': '_acme',
  required: ['_id', 'timestamp'],
  properties: {
    _id: { type: 'string', format: 'uri-reference', 'meta:xdmType': 'string' },
    timestamp: { type: 'string', format: 'date-time', 'meta:xdmType': 'date-time' },
    _acme: { type: 'object', properties: { loyalty: { type: 'integer', minimum: 0, maximum: 100 } } },
    identityMap: {
      type: 'object',
      'meta:xdmType': 'map',
      additionalProperties: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
    },
    commerce: {
      type: 'object',
      properties: {
        order: {
          type: 'object',
          properties: {
            currencyCode: { type: 'string', pattern: '^[A-Z]{3}$' },
            orderType: { type: 'string', enum: ['checkout', 'instant_purchase'], 'meta:status': 'deprecated' },
            payments: {
              type: 'array',
              items: { type: 'object', required: ['transactionID'], properties: { transactionID: { type: 'string' } } },
            },
          },
        },
      },
    },
    scores: { type: 'object', additionalProperties: { type: 'integer' } },
    tags: { type: 'array', items: { type: 'string', maxLength: 10 } },
    matrix: { type: 'array', items: { type: 'array', items: { type: 'object', properties: { cell: { type: 'number' } } } } },
  },
}

const tree = buildSchemaTree(schema, { identities: [{ path: '/commerce/order/payments/*/transactionID', primary: true }] })
const index = indexFields(tree)

describe('buildSchemaTree', () => {
  test('reads names, types and order of the top level', () => {
    expect(tree.map((field) => `${field.name}:${field.type}`)).toEqual([
      '_acme:object', '_id:string', 'commerce:object', 'identityMap:map', 'matrix:array', 'scores:map', 'tags:array',
      'timestamp:date-time',
    ])
  })

  test('marks what the class requires, and what an item requires of itself', () => {
    expect([...index.values()].filter((field) => field.required).map((field) => field.path)).toEqual([
      '_id', 'commerce.order.payments[*].transactionID', 'timestamp',
    ])
  })

  test('marks the tenant namespace and everything in it, and nothing else', () => {
    expect([...index.values()].filter((field) => field.tenant).map((field) => field.path)).toEqual(['_acme', '_acme.loyalty'])
  })

  test('takes identities from descriptors, through lists, and knows identityMap by itself', () => {
    expect(index.get('commerce.order.payments[*].transactionID')?.identity).toBe('primary')
    expect(index.get('identityMap.{key}[*].id')?.identity).toBe('identity')
    expect(index.get('identityMap')?.identity).toBeUndefined()
  })

  test('keeps the constraints a value has to meet, those of a list on its items', () => {
    expect(index.get('commerce.order.currencyCode')?.pattern).toBe('^[A-Z]{3}$')
    expect(index.get('commerce.order.orderType')).toMatchObject({ enum: ['checkout', 'instant_purchase'], deprecated: true })
    expect(index.get('tags')).toMatchObject({ itemType: 'string', maxLength: 10 })
    expect(index.get('_acme.loyalty')).toMatchObject({ type: 'byte', minimum: 0, maximum: 100 })
  })

  test('opens maps under a key to be named, and lists of lists level by level', () => {
    expect(index.get('identityMap.{key}[*].id')?.type).toBe('string')
    expect(index.get('scores.{key}')?.type).toBe('integer')
    expect(index.get('matrix[*][*].cell')?.type).toBe('number')
  })

  test('ends where a type holds itself', () => {
    const person: { type: string; properties: Record<string, unknown> } = { type: 'object', properties: {} }
    person.properties['name'] = { type: 'string' }
    person.properties['friend'] = person
    const paths = [...indexFields(buildSchemaTree({ properties: { person } })).keys()]
    expect(paths).toEqual(['person', 'person.name'])
  })

  test('never throws, whatever the registry answers, and never gives one path twice', () => {
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.jsonValue(),
        fc.record({
          type: fc.constantFrom('string', 'object', 'array', 'integer', null, ['string', 'null']),
          properties: fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), tie('node'), { maxKeys: 3 }),
          items: tie('node'),
          additionalProperties: tie('node'),
          required: fc.jsonValue(),
          allOf: fc.array(tie('node'), { maxLength: 2 }),
        }, { requiredKeys: [] }),
      ),
    })).node
    fc.assert(fc.property(node, (value) => {
      const seen = new Set<string>()
      const visit = (fields: readonly XdmField[]): boolean =>
        fields.every((field) => !seen.has(field.path) && Boolean(seen.add(field.path)) && visit(field.children))
      expect(visit(buildSchemaTree(value))).toBe(true)
    }), { numRuns: 300, seed: 7 })
  })
})

describe('findField', () => {
  test('finds a field whichever item of a list is meant', () => {
    expect(findField(index, 'commerce.order.payments[2].transactionID')?.path).toBe('commerce.order.payments[*].transactionID')
    expect(findField(index, 'tags[0]')?.path).toBe('tags')
    expect(findField(index, 'tags[*]')?.path).toBe('tags')
  })

  test('finds the value of a map under any key', () => {
    expect(findField(index, 'identityMap.Email[0].id')?.path).toBe('identityMap.{key}[*].id')
    expect(findField(index, 'scores.first')?.type).toBe('integer')
  })

  test('finds nothing where the schema has nothing', () => {
    for (const path of ['', 'nowhere', 'commerce.order.', 'commerce..order', '_id.inner', 'tags[', 'commerce.order.payments.x']) {
      expect(findField(index, path), path).toBeUndefined()
    }
  })

  test('finds every field of the tree by its own path and with positions for stars', () => {
    for (const path of index.keys()) {
      expect(findField(index, path)?.path).toBe(path)
      expect(findField(index, path.replaceAll('[*]', '[0]'))?.path).toBe(path)
    }
  })
})

const folder = publicXdmFolder()

describe.runIf(folder)('with the public definitions (XDM_DIR)', () => {
  test('reads the payment paths of ExperienceEvent and Commerce Details as they are documented', () => {
    // Only run where the folder is given, so it is a string here.
    const [event, commerce] = resolvePublicDefinitions(folder ?? '', [
      'https://ns.adobe.com/xdm/context/experienceevent', 'https://ns.adobe.com/xdm/context/experienceevent-commerce',
    ])
    const root = indexFields(buildSchemaTree(event))
    expect(root.get('_id')?.required).toBe(true)
    expect(root.get('timestamp')).toMatchObject({ required: true, type: 'date-time' })
    expect(root.get('identityMap')?.type).toBe('map')
    const fields = indexFields(buildSchemaTree(commerce))
    expect(fields.get('commerce.order.payments[*].paymentAmount')?.type).toBe('number')
    expect(fields.get('commerce.order.currencyCode')?.pattern).toBe('^[A-Z]{3}$')
    expect(fields.get('productListItems[*].quantity')?.type).toBe('integer')
  })
})

test.runIf(!folder)('without XDM_DIR the public definitions are not read', () => {
  console.info('XDM_DIR is not set: skipped the check against the public XDM definitions')
  expect(folder).toBeUndefined()
})
