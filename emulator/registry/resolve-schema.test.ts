import { expect, test } from 'vitest'

import type { JsonObject } from '../content/types'
import { loadDefinitions } from '../content/xdm/definitions'
import { resolveFacts } from '../content/xdm/resolve-for-test'
import { isObject } from '../json'
import { resolveSchema } from './resolve-schema'

const definitions = loadDefinitions(process.env['XDM_DIR'])
const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
const find = (id: string) => byId.get(id)

function pathsOf(node: JsonObject, path = '', found = new Map<string, string>()): Map<string, string> {
  found.set(path, [node['type'], node['format'], node['pattern']].join(' '))
  const { properties, items, additionalProperties } = node
  if (isObject(properties))
    for (const [name, field] of Object.entries(properties)) if (isObject(field)) pathsOf(field, path === '' ? name : `${path}.${name}`, found)
  if (isObject(items)) pathsOf(items, `${path}[*]`, found)
  if (isObject(additionalProperties)) pathsOf(additionalProperties, `${path}{*}`, found)
  return found
}

test('every global definition resolves to the paths and types that a second resolver finds', () => {
  for (const definition of definitions) {
    const facts = [...resolveFacts(definitions, definition.$id).paths]
    const expected = new Map(facts.map(([path, { type, format, pattern }]) => [path, [type, format, pattern].join(' ')]))
    expect(pathsOf(resolveSchema(definition, find)), definition.$id).toEqual(expected)
  }
})

test('a definition that contains itself ends as an object', () => {
  const tree: JsonObject = {
    $id: 'tree',
    type: 'object',
    properties: { name: { type: 'string' }, parts: { type: 'array', items: { $ref: 'tree' } } },
  }
  expect(resolveSchema(tree, (id) => (id === 'tree' ? tree : undefined))).toEqual({
    ...tree,
    properties: {
      name: { type: 'string' },
      parts: { type: 'array', items: { type: 'object', 'meta:xdmType': 'object', 'meta:referencedFrom': 'tree' } },
    },
  })
})

test('fields of several parts are joined, what either requires is required, and the later part has the last word', () => {
  const address = (extra: JsonObject) => ({ properties: { address: { type: 'object', properties: extra } } })
  const resolved = resolveSchema(
    {
      $id: 'joined',
      allOf: [
        { ...address({ city: { type: 'string', title: 'Town' } }), required: ['address'] },
        { ...address({ city: { title: 'City' }, street: { type: 'string' } }), required: ['id'] },
      ],
    },
    () => undefined,
  )
  expect(resolved).toEqual({
    $id: 'joined',
    required: ['address', 'id'],
    properties: { address: { type: 'object', properties: { city: { type: 'string', title: 'City' }, street: { type: 'string' } } } },
  })
})
