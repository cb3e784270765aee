import type { XdmField } from '@/lib/xdm/field'
import { findField, indexFields } from '@/lib/xdm/field-index'
import { ancestorPaths } from '@/lib/xdm/xdm-path'
import type { MappingDocument } from './mapping-document'

type SchemaNeeds = {
  /** Required leaves whose every ancestor is required too: no row of data is valid without them. */
  always: readonly XdmField[]
  /** Required fields of an object that may be absent as a whole, by that object's path. */
  within: ReadonlyMap<string, readonly XdmField[]>
  identity: readonly XdmField[]
}

const known = new WeakMap<readonly XdmField[], SchemaNeeds>()

function readNeeds(targets: readonly XdmField[]): SchemaNeeds {
  const cached = known.get(targets)
  if (cached) return cached
  const always: XdmField[] = []
  const identity: XdmField[] = []
  const within = new Map<string, XdmField[]>()
  const visit = (fields: readonly XdmField[], home: string | undefined): void => {
    for (const field of fields) {
      if (field.identity) identity.push(field)
      const isGroup = field.type === 'object' && field.children.length > 0
      if (field.required && !isGroup) {
        if (home === undefined) always.push(field)
        else within.set(home, [...(within.get(home) ?? []), field])
      }
      // A required object passes its parent's condition on; an optional one, a list or a map makes its own.
      visit(field.children, field.required && isGroup ? home : field.path)
    }
  }
  visit(targets, undefined)
  const needs = { always, within, identity }
  known.set(targets, needs)
  return needs
}

export type NeededTargets = {
  /** What this document has to write: required at the root, and inside every object it writes to. */
  required: readonly XdmField[]
  identity: readonly XdmField[]
  /** Paths of fields that some row writes, the objects above them included. */
  touched: ReadonlySet<string>
  /** Paths of fields that a row writes itself. */
  written: ReadonlySet<string>
}

const found = new WeakMap<MappingDocument, { targets: readonly XdmField[]; needs: NeededTargets }>()

/**
 * What the schema asks of a document: the same object while both are the same. Its cost grows with the rows, not with
 * the schema, which is read once.
 */
export function neededTargets(document: MappingDocument, targets: readonly XdmField[]): NeededTargets {
  const last = found.get(document)
  if (last?.targets === targets) return last.needs
  const needs = findNeeded(document, targets)
  found.set(document, { targets, needs })
  return needs
}

function findNeeded(document: MappingDocument, targets: readonly XdmField[]): NeededTargets {
  const index = indexFields(targets)
  const needs = readNeeds(targets)
  const written = new Set<string>()
  const touched = new Set<string>()
  for (const row of document.rows) {
    const field = findField(index, row.destination)
    if (!field) continue
    written.add(field.path)
    touched.add(field.path)
    for (const path of ancestorPaths(field.path)) touched.add(path)
  }
  const required = [...needs.always]
  for (const path of touched) {
    // An object copied as a whole brings its children along; which ones only the data knows.
    if (!written.has(path)) required.push(...(needs.within.get(path) ?? []))
  }
  return { required, identity: needs.identity, touched, written }
}

/** Whether a needed field gets a value: by a row of its own, of something inside it, or of an object above it. */
export const isCovered = (field: XdmField, { touched, written }: NeededTargets): boolean =>
  touched.has(field.path) || ancestorPaths(field.path).some((path) => written.has(path))
