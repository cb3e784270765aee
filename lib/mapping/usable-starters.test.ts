import { describe, expect, test } from 'vitest'
import { sampleSources } from '@/emulator/content/samples/sample-sources'
import { loadDefinitions } from '@/emulator/content/xdm/definitions'
import { applyMapping } from '@/emulator/engine/apply-mapping'
import { resolveSchema } from '@/emulator/registry/resolve-schema'
import { catalogue } from '@/lib/sources/catalogue'
import { hierarchyOf } from '@/lib/sources/hierarchy'
import { objectHintFor } from '@/lib/sources/object-hint'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'
import { checkMapping } from './checks'
import { emptyMapping } from './mapping-document'
import { sourceFieldsFromColumns } from './source-fields'
import { takeStarters, usableStarters } from './usable-starters'

const nowMs = Date.UTC(2026, 10, 24)
const definitions = new Map(loadDefinitions().map((definition) => [definition.$id, definition]))

/** Everything the mapping step has at hand for an object of the samples, and what the emulator makes of it. */
const objects = sampleSources().flatMap(({ connectionSpecId, tables, resources }) => {
  return [...tables, ...resources].flatMap((object) => {
    // Presets share a specification: their resources tell them apart.
    const source = catalogue.find((each) => each.connectionSpec.id === connectionSpecId && (!each.isPreset || each.resources?.includes(object.path)))
    const hint = objectHintFor(source, object.path)
    if (!hint) return []
    const rows = object.rowsBetween(nowMs - 20 * 86_400_000, nowMs)
    const columns = 'columns' in object ? object.columns : hierarchyOf(object.schema, rows.slice(-50)).columns
    const schema = resolveSchema({ type: 'object', allOf: [hint.classId, ...hint.fieldGroupIds].map(($ref) => ({ $ref })) }, (id) => definitions.get(id))
    const facts = { document: emptyMapping, sources: sourceFieldsFromColumns(columns, rows.slice(-50)), targets: buildSchemaTree(schema) }
    return [[object.path, { starters: hint.starters, facts, schema, rows }] as const]
  })
})

describe('proposals for a table or resource', () => {
  test.each(objects)('%s: all can be taken, none has an error, and nearly all rows arrive', (_path, { starters, facts, schema, rows }) => {
    const usable = usableStarters(starters, facts)
    expect(usable).toEqual(starters)
    const document = takeStarters(emptyMapping, usable)
    expect(checkMapping({ ...facts, document }).filter(({ severity }) => severity === 'error')).toEqual([])
    const mapped = applyMapping({ mappings: document.rows, schema, rows, nowMs })
    const refused = mapped.filter(({ rejections }) => rejections.length > 0)
    expect(refused.length / mapped.length).toBeLessThan(0.05)
  })

  test('what is written already, or has no place or source here, is not proposed', () => {
    const [, { starters, facts }] = objects.find(([path]) => path === 'charges') ?? objects[0] ?? ['', { starters: [], facts: { document: emptyMapping, sources: [], targets: [] } }]
    const document = takeStarters(emptyMapping, starters.slice(0, 3))
    expect(usableStarters(starters, { ...facts, document })).toEqual(starters.slice(3))
    expect(usableStarters(starters, { ...facts, targets: [] })).toEqual([])
    expect(usableStarters(starters, { ...facts, sources: [] }).every(({ sourceType }) => sourceType === 'STATIC')).toBe(true)
  })
})
