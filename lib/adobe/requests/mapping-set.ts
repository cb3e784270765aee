import type { MappingDocument } from '@/lib/mapping/mapping-document'
import type { AdobeCall } from '../types'
import { dataPrep, segment } from './paths'

type MappingSet = { name: string; schemaId: string; document: MappingDocument }

const bodyOf = (schemaId: string, document: MappingDocument) => ({
  outputSchema: { schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' } },
  // Our row ids stay ours: Adobe gives mappings ids of its own and renews them with every change.
  mappings: document.rows.map(({ sourceType, source, destination }) => ({ sourceType, source, destination })),
})

/** Keeps a mapping (Data Prep `POST /mappingSets`). The name is the only text it carries, so it holds the marker. */
export const mappingSetRequest = ({ name, schemaId, document }: MappingSet): AdobeCall => ({
  method: 'POST',
  path: `${dataPrep}/mappingSets`,
  body: { name, version: 0, ...bodyOf(schemaId, document) },
  label: 'mapping-set',
})

/** Asks Adobe to check a mapping without keeping it (`POST /mappingSets/validate`). */
export const validateMappingSetRequest = (schemaId: string, document: MappingDocument): AdobeCall => ({
  method: 'POST',
  path: `${dataPrep}/mappingSets/validate`,
  body: bodyOf(schemaId, document),
  repeatable: true,
})

/** Asks Adobe to apply a mapping to rows without keeping it (`POST /mappingSets/preview`). */
export const previewMappingSetRequest = (
  schemaId: string,
  document: MappingDocument,
  rows: readonly Record<string, unknown>[],
): AdobeCall => ({
  method: 'POST',
  path: `${dataPrep}/mappingSets/preview`,
  body: { data: rows, mappingSet: bodyOf(schemaId, document) },
  repeatable: true,
})

/** Asks Adobe whether an expression is one of its language, tried on a record (`POST /languages/el/validate`); needs no schema. */
export const validateExpressionRequest = (expression: string, record: Record<string, unknown> | undefined): AdobeCall => ({
  method: 'POST',
  path: `${dataPrep}/languages/el/validate`,
  // Adobe takes the record as text.
  body: { expression, ...(record && { sampleData: JSON.stringify(record), sampleDataType: 'json' }) },
  repeatable: true,
})

export const getMappingSetRequest = (id: string): AdobeCall => ({
  method: 'GET',
  path: `${dataPrep}/mappingSets/${segment(id)}`,
})

/** Not in Adobe's documents; its Python client sends it. */
export const deleteMappingSetRequest = (id: string): AdobeCall => ({
  method: 'DELETE',
  path: `${dataPrep}/mappingSets/${segment(id)}`,
})

/** A page of mapping sets; `start` and `limit` are both required. */
export const listMappingSetsRequest = ({
  name,
  start,
  limit,
}: {
  name?: string
  start: number
  limit: number
}): AdobeCall => ({
  method: 'GET',
  path: `${dataPrep}/mappingSets`,
  query: { start: String(start), limit: String(limit), ...(name !== undefined && { name }) },
})
