import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestEmulator } from '@/emulator/testing/test-emulator'
import { isFieldName } from '@/lib/flows/clean-field-names'
import { sourceColumn, type SourceColumn } from '@/lib/flows/flow-definition'
import { adhocClassRequest } from './adhoc-schema'

type Node = Record<string, unknown>

const plain = ['string', 'number', 'integer', 'boolean']

/** Whatever explore may nest: plain types, unknown (`{}`), null, several types at once, objects, lists, nonsense. */
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Node>({}, { type: 'null' }, { type: ['null', 'string'] }, { type: 'string', format: 'date-time' }, { type: 'integer', maximum: 2 ** 53 - 1 }, { type: 7 }),
    fc.record({ type: fc.constantFrom(...plain, 'whatever') }),
    fc.record({ type: fc.constant('object'), properties: fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), tie('node'), { maxKeys: 5 }) }),
    fc.record({ type: fc.constant('array'), items: tie('node') }),
    fc.constant<Node>({ type: 'array' }),
  ),
}))

const column = fc.record({
  name: fc.string({ minLength: 1, unit: 'grapheme' }),
  type: fc.oneof(fc.constantFrom(...plain, 'object', 'array', 'varchar'), fc.string()),
  xdm: fc.option(node.filter((one) => typeof one['type'] === 'string'), { nil: undefined }),
})

/** What the registry would refuse in a schema, by where it stands. */
function faultsIn(schema: Node, at = ''): string[] {
  const { type, properties, items, ...rest } = schema
  if (type === 'object') {
    const entries = Object.entries(properties as Record<string, Node>)
    if (entries.length === 0) return [`${at}: an object without fields`]
    return entries.flatMap(([name, child]) => [...(isFieldName(name) ? [] : [`${at}: the name ${name}`]), ...faultsIn(child, `${at}.${name}`)])
  }
  if (type === 'array') return faultsIn(items as Node, `${at}[*]`)
  const strange = Object.keys(rest).filter((key) => !['format', 'minimum', 'maximum'].includes(key))
  return [...(plain.includes(String(type)) && !properties && !items ? [] : [`${at}: type ${String(type)}`]), ...strange.map((key) => `${at}: ${key}`)]
}

const adhocOf = (columns: SourceColumn[]): Node => {
  const { allOf } = adhocClassRequest({ title: 't', description: 'd', columns }).body as { allOf: [Node, { properties: { _adhoc: Node } }] }
  return allOf[1].properties._adhoc
}

test('any explored schema gives an ad-hoc class the registry takes, with every column in it', () => {
  fc.assert(fc.property(fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: ({ name }) => name }), (columns) => {
    const adhoc = adhocOf(columns.map((one) => sourceColumn.parse(one)))
    expect(faultsIn(adhoc)).toEqual([])
    expect(Object.keys(adhoc['properties'] as Node)).toHaveLength(columns.length)
  }))
})

test('and the registry of the emulator, which knows nothing of how it was made, does take it', async () => {
  const emulator = await openTestEmulator()
  let made = 0
  await fc.assert(fc.asyncProperty(fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: ({ name }) => name }), async (columns) => {
    const { body } = adhocClassRequest({ title: `Raw ${(made += 1)}`, description: 'd', columns: columns.map((one) => sourceColumn.parse(one)) })
    const answer = await emulator.registry('POST', '/tenant/classes', { body, sandbox: 'dev' })
    expect([answer.status, answer.body['detail']]).toEqual([201, undefined])
    expect(answer.body['meta:datasetNamespace']).toMatch(/^_[0-9a-f]{32}$/)
  }), { numRuns: 60 })
  emulator.close()
})

test('a hierarchy keeps its objects and lists; what is not known becomes text', () => {
  const xdm = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      amount: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
      card: { type: 'object', properties: { brand: { type: 'string' }, wallet: {} } },
      refunds: { type: 'array', items: { type: 'object', properties: { amount: { type: 'integer' } } } },
      metadata: { type: 'object', properties: {} },
    },
  }
  expect(adhocOf([{ name: 'data', type: 'object', xdm }])).toEqual({
    type: 'object',
    properties: {
      data: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          amount: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
          card: { type: 'object', properties: { brand: { type: 'string' }, wallet: { type: 'string' } } },
          refunds: { type: 'array', items: { type: 'object', properties: { amount: { type: 'integer' } } } },
          metadata: { type: 'string' },
        },
      },
    },
  })
})
