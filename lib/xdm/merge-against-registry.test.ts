import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadDefinitions } from '@/emulator/content/xdm/definitions'
import { resolveSchema } from '@/emulator/registry/resolve-schema'
import type { XdmField } from './field'
import { mergeSchemaTree } from './merge-schema'
import { buildSchemaTree } from './schema-tree'

const definitions = loadDefinitions(process.env.XDM_DIR)
const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
const find = (id: string) => byId.get(id)
const groupsOf = (classId: string) =>
  definitions.filter((one) => {
    const intended = one['meta:intendedToExtend']
    return one['meta:resourceType'] === 'mixins' && Array.isArray(intended) && intended.includes(classId)
  })

/** What decides whether a mapping fits; titles of fields that two groups describe are either group's. */
function factsOf(fields: readonly XdmField[]): string[] {
  return fields.flatMap(({ path, type, format, required, children }) => [
    [path, type, format, required].join(' '),
    ...factsOf(children ?? []),
  ])
}

const classIds = ['context/experienceevent', 'context/profile', 'classes/product'].map((path) => `https://ns.adobe.com/xdm/${path}`)

test.each(classIds)('the tree shown before a schema of %s is made is the tree that the registry resolves', (classId) => {
  const resolved = new Map([classId, ...groupsOf(classId).map(({ $id }) => $id)].map((id) => [id, resolveSchema(byId.get(id) ?? {}, find)]))
  fc.assert(
    fc.property(fc.shuffledSubarray(groupsOf(classId)), (groups) => {
      const parts = [classId, ...groups.slice(0, 8).map(({ $id }) => $id)]
      const expected = resolveSchema({ $id: 'made', type: 'object', allOf: parts.map((id) => ({ $ref: id })) }, find)
      const shown = mergeSchemaTree(parts.map((id) => resolved.get(id)))
      expect(factsOf(shown).toSorted()).toEqual(factsOf(buildSchemaTree(expected)).toSorted())
    }),
    { numRuns: 30 },
  )
})
