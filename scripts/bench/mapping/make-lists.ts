import { loadDefinitions } from '../../../emulator/content/xdm/definitions'
import { resolveSchema } from '../../../emulator/registry/resolve-schema'
import { emptyMapping, type MappingDocument, type SourceField } from '../../../lib/mapping/mapping-document'
import type { XdmField } from '../../../lib/xdm/field'
import { indexFields } from '../../../lib/xdm/field-index'
import { mergeSchemaTree } from '../../../lib/xdm/merge-schema'
import { splitPath } from '../../../lib/xdm/xdm-path'

/** What every contender is given: two lists and the links between them. */
export type BenchLists = { sources: SourceField[]; targets: XdmField[]; document: MappingDocument }

const ids = (paths: readonly string[]): string[] => paths.map((path) => `https://ns.adobe.com/xdm/${path}`)

/** The schema that labelled pairs are about: an event with commerce, the person and how to reach them. */
const labelledParts = ids([
  'context/experienceevent', 'context/experienceevent-commerce', 'context/profile-person-details', 'context/profile-personal-details',
])

function mergeParts(wanted: readonly string[]): XdmField[] {
  const definitions = loadDefinitions(process.env.XDM_DIR)
  const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
  return mergeSchemaTree(wanted.flatMap((id) => {
    const definition = byId.get(id)
    return definition ? [resolveSchema(definition, (other) => byId.get(other))] : []
  }))
}

/** The tree that labelled pairs point into. */
export const labelledTargets = (): XdmField[] => mergeParts(labelledParts)

/** All groups there are, the public XDM set's where it is present: as many fields as are asked for, whole branches first. */
function targetsOfSize(size: number): XdmField[] {
  const groups = loadDefinitions(process.env.XDM_DIR).filter((one) => one['meta:resourceType'] === 'mixins').map(({ $id }) => $id)
  const whole = mergeParts([...labelledParts, ...groups.slice(0, 60)])
  let left = size
  const cut = (fields: readonly XdmField[], prefix: string): XdmField[] => fields.flatMap((field) => {
    if (left <= 0) return []
    left -= 1
    return [{ ...field, path: prefix + field.path, children: cut(field.children, prefix) }]
  })
  const first = cut(whole, '')
  // Too small a set is repeated under names of its own.
  for (let copy = 1; left > 1; copy += 1) {
    left -= 1
    const name = `_bench${copy}`
    first.push({ path: name, name, type: 'object', required: false, tenant: true, children: cut(whole, `${name}.`) })
  }
  return first
}

/** Columns as a payments system might name them: the words of the paths, in other spellings. */
function sourcesOfSize(size: number, leaves: readonly XdmField[]): SourceField[] {
  const types = ['string', 'number', 'integer', 'string', 'boolean'] as const
  return Array.from({ length: size }, (_, at) => {
    const leaf = leaves[(at * 7919) % leaves.length]
    const words = splitPath(leaf?.path ?? 'field').slice(-2).join('_').replace(/\[[^\]]*\]/g, '').replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
    const name = `${words}_${at}`
    return { path: name, name, type: types[at % types.length] ?? 'string', children: [] }
  })
}

/** The lists of one size, the same with every run. Four of five columns have a link. */
export function makeLists(sourceCount: number, targetCount: number): BenchLists {
  const targets = targetsOfSize(targetCount)
  const leaves = [...indexFields(targets).values()].filter((field) => field.children.length === 0 && !/[[{]/.test(field.path))
  const sources = sourcesOfSize(sourceCount, leaves)
  const taken = new Set<string>()
  const rows = sources.slice(0, Math.floor(sourceCount * 0.8)).flatMap((source, at) => {
    const destination = leaves[(at * 104_729) % leaves.length]?.path
    if (destination === undefined || taken.has(destination)) return []
    taken.add(destination)
    return [{ id: `r${at + 1}`, sourceType: 'ATTRIBUTE' as const, source: source.path, destination }]
  })
  return { sources, targets, document: { ...emptyMapping, rows } }
}
