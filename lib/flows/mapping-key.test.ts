import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeAnswers } from './answers-for-test'
import { mappingKey } from './mapping-key'

const { target } = wholeAnswers()
const keyOf = (xdm: Record<string, unknown>) => mappingKey({ kind: 'rest', table: 'charges', columns: [{ name: 'data', type: 'object', xdm: { type: 'object', ...xdm } }] }, target)

/** The same object with its keys the other way round, as a database may give it back. */
const turned = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]))
    : value

test('a hierarchy has one key, in whatever order its names come back from the database', () => {
  const properties = fc.dictionary(fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'), fc.record({ type: fc.constantFrom('string', 'integer'), title: fc.string() }))
  fc.assert(fc.property(properties, (fields) => {
    expect(keyOf(turned({ properties: fields }) as Record<string, unknown>)).toBe(keyOf({ properties: fields }))
  }))
})

test('another field inside it is another key', () => {
  expect(keyOf({ properties: { id: { type: 'string' } } })).not.toBe(keyOf({ properties: { id: { type: 'integer' } } }))
})
