import { z } from 'zod'
import { mappingDocument, type MappingDocument, type MappingRow } from '../mapping-document'
import type { ReadMapping } from './read-mapping'

const ownForm = mappingDocument.extend({ kind: z.literal('tributary/mapping') })

/** One mapping as Adobe's API gives it, in the spelling of either generation (Data Prep API, "mapping sets"). */
const adobeMapping = z.looseObject({
  sourceType: z.string().nullish(), source: z.string().nullish(), destination: z.string().nullish(),
  sourceAttribute: z.string().nullish(), destinationXdmPath: z.string().nullish(),
})

/** What holds a mapping: a flow's definition, a mapping set, or the list of mappings itself. */
const holder = z.union([
  z.looseObject({ mapping: mappingDocument }).transform(({ mapping }) => mapping),
  z.looseObject({ mappings: z.array(adobeMapping) }).transform(({ mappings }) => mappings),
  z.array(adobeMapping),
])

const kinds: Readonly<Record<string, MappingRow['sourceType']>> = {
  attribute: 'ATTRIBUTE', 'text/x.schema-path': 'ATTRIBUTE', expression: 'EXPRESSION', 'text/x.aep-xl': 'EXPRESSION', static: 'STATIC', 'text/plain': 'STATIC',
}

/** A mapping with its tests as a JSON file. */
export const writeMappingJson = (document: MappingDocument): string =>
  `${JSON.stringify({ kind: 'tributary/mapping', ...document }, null, 2)}\n`

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a mapping from this app's own file, a flow's definition, or a mapping set as Adobe's API answers it. */
export function readMappingJson(text: string): ReadMapping {
  const value = readJson(text)
  if (value === undefined) return { ok: false, code: 'notJson' }
  const own = ownForm.safeParse(value)
  if (own.success) return { ok: true, document: mappingDocument.parse(own.data), skipped: 0 }
  const held = holder.safeParse(value)
  if (!held.success) return { ok: false, code: 'noMapping' }
  if (!Array.isArray(held.data)) return { ok: true, document: held.data, skipped: 0 }
  const rows = held.data.flatMap(({ sourceType, source, destination, sourceAttribute, destinationXdmPath }, at): MappingRow[] => {
    const [from, to] = [source ?? sourceAttribute ?? '', destination ?? destinationXdmPath ?? '']
    if (from === '' || to === '' || from.length > 4096) return []
    return [{ id: `r${at + 1}`, sourceType: kinds[(sourceType ?? '').toLowerCase()] ?? 'ATTRIBUTE', source: from, destination: to }]
  })
  return rows.length === 0 ? { ok: false, code: 'noRows' } : { ok: true, document: { version: 1, rows }, skipped: held.data.length - rows.length }
}
