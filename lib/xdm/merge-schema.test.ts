import { expect, test } from 'vitest'
import { indexFields } from './field-index'
import { mergeSchemaTree } from './merge-schema'

const text = { type: 'string' }
const event = { type: 'object', required: ['_id'], properties: { _id: text, place: { type: 'object', properties: { city: text } } } }
const group = {
  type: 'object',
  required: ['eventType'],
  properties: {
    eventType: text,
    _id: { type: 'number' },
    place: { type: 'object', required: ['zip'], properties: { zip: text } },
    items: { type: 'array', items: { type: 'object', properties: { a: text } } },
  },
}
const more = { properties: { items: { type: 'array', items: { type: 'object', properties: { b: text } } } } }

const paths = (parts: unknown[]): string[] => [...indexFields(mergeSchemaTree(parts)).keys()]

test('a schema holds the fields of its class and of every field group, nested ones joined', () => {
  expect(paths([event, group, more])).toEqual([
    '_id', 'eventType', 'items', 'items[*].a', 'items[*].b', 'place', 'place.city', 'place.zip',
  ])
})

test('what any part requires is required', () => {
  const index = indexFields(mergeSchemaTree([event, group]))
  expect([...index.values()].filter((field) => field.required).map((field) => field.path)).toEqual(['_id', 'eventType', 'place.zip'])
})

test('where two parts disagree about a type the class wins', () => {
  expect(indexFields(mergeSchemaTree([event, group])).get('_id')?.type).toBe('string')
})

test('naming one part twice changes nothing', () => {
  expect(mergeSchemaTree([event, group, group, event])).toEqual(mergeSchemaTree([event, group]))
})

test('a part that is not an object adds nothing', () => {
  expect(paths([undefined, event, 'x', null])).toEqual(paths([event]))
})
