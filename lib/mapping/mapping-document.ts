import { z } from 'zod'
import { mappingTest } from './mapping-test'

/** One row: what is written to one XDM path. Adobe's own three kinds (Data Prep `sourceType`). */
export const mappingRow = z.object({
  /** Ours, stable through edits; Adobe renews its own ids with every PUT. */
  id: z.string().min(1),
  sourceType: z.enum(['ATTRIBUTE', 'EXPRESSION', 'STATIC']),
  /** Column name or dotted path; the expression; or the constant itself, unquoted. */
  source: z.string().min(1).max(4096),
  /** XDM path, arrays as `payments[0].transactionID` or `payments[*].…`. */
  destination: z.string().min(1),
})

export const mappingDocument = z.object({
  version: z.literal(1),
  rows: z.array(mappingRow),
  /** Rows kept with what the mapping makes of them. */
  tests: z.array(mappingTest).max(100).optional(),
})

export type MappingRow = z.infer<typeof mappingRow>
export type MappingDocument = z.infer<typeof mappingDocument>

export const emptyMapping: MappingDocument = { version: 1, rows: [] }

/** Type of a source column as explore told it. */
export type SourceType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time' | 'object' | 'array' | 'unknown'

/** One node of the source's tree: flat columns for tables, hierarchies for REST sources. */
export type SourceField = {
  /** Column name, or dotted path as Data Prep writes it, arrays as `items[*]`. Unique in its tree. */
  path: string
  name: string
  type: SourceType
  /** Up to a few values of the preview, as text. */
  samples?: readonly string[]
  children: readonly SourceField[]
}
