import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadDefinitions } from '@/emulator/content/xdm/definitions'
import { resolveSchema } from '@/emulator/registry/resolve-schema'
import type { XdmField } from './field'
import { mergeSchemaTree } from './merge-schema'
import { buildSchemaTree } from './schema-tree'

const definitions = loadDefinitions()
const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
const resolve = (ids: readonly string[]) => resolveSchema({ type: 'object', allOf: ids.map(($ref) => ({ $ref })) }, (id) => byId.get(id))
const of = (kind: string) => definitions.filter((definition) => definition['meta:resourceType'] === kind).map(({ $id }) => $id)

/** Every field with what the wizard shows of it, in no order: the registry promises none. */
const facts = (fields: readonly XdmField[]): string[] =>
  fields.flatMap(({ path, type, itemType, required, children }) => [`${path} ${type} ${itemType ?? ''} ${required}`, ...facts(children)]).toSorted()

const choice = fc.record({ classId: fc.constantFrom(...of('classes')), groups: fc.shuffledSubarray(of('mixins'), { maxLength: 6 }) })

test('the tree shown before a schema exists is the one the registry expands, whatever class and field groups are taken', () => {
  fc.assert(fc.property(choice, ({ classId, groups }) => {
    const ids = [classId, ...groups]
    const shown = mergeSchemaTree(ids.map((id) => resolve([id])))
    expect(facts(shown)).toEqual(facts(buildSchemaTree(resolve(ids))))
  }), { numRuns: 60 })
})
