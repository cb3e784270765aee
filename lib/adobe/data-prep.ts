import 'server-only'
import { z } from 'zod'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { succeed, type Result } from '@/lib/result'
import { mappingSetCreated, mappingSetItem, type MappingSetItem } from './answers'
import {
  deleteMappingSetRequest,
  getMappingSetRequest,
  listMappingSetsRequest,
  mappingSetRequest,
  previewMappingSetRequest,
  validateExpressionRequest,
  validateMappingSetRequest,
} from './requests/mapping-set'
import { dataOf, deletionOf, mapData } from './results'
import type { AdobeClient, AdobeError } from './types'

const transformError = z.looseObject({
  source: z.string().nullish(),
  destination: z.string().nullish(),
  columnName: z.string().nullish(),
  exception: z.string().nullish(),
})
export type TransformError = z.infer<typeof transformError>

const validation = z.looseObject({
  validationResponse: z.array(z.looseObject({ status: z.string(), errors: z.array(transformError).nullish() })),
})

const previewedRow = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(transformError).nullish(),
})
export type PreviewedRow = z.infer<typeof previewedRow>

/** Two of Adobe's documents differ: one shows a status with words, the other a bare boolean. */
const expressionVerdict = z.union([z.boolean(), z.looseObject({ validationStatus: z.string(), error: z.string().nullish() })])

const mappingSetPage = z.looseObject({ data: z.array(mappingSetItem).default([]) })
const pageSize = 100
const mostPages = 100

/**
 * Sent once; `mayHaveCommitted` means: look for the name before sending again. `version` is what the flow must name.
 */
export async function createMappingSet(
  client: AdobeClient,
  args: Parameters<typeof mappingSetRequest>[0],
): Promise<Result<{ id: string; version: number }, AdobeError>> {
  return dataOf(await client.request(mappingSetRequest(args), mappingSetCreated))
}

export async function getMappingSet(client: AdobeClient, id: string): Promise<Result<MappingSetItem, AdobeError>> {
  return dataOf(await client.request(getMappingSetRequest(id), mappingSetItem))
}

/** Mapping sets of exactly that name. The pages' own count is wrong in Adobe's samples, so a short page is the last. */
export async function findMappingSets(
  client: AdobeClient,
  name: string,
): Promise<Result<MappingSetItem[], AdobeError>> {
  const found: MappingSetItem[] = []
  for (let page = 0; page < mostPages; page++) {
    const answer = dataOf(
      await client.request(listMappingSetsRequest({ name, start: page * pageSize, limit: pageSize }), mappingSetPage),
    )
    if (!answer.ok) return answer
    found.push(...answer.data.data.filter((set) => set.name === name))
    if (answer.data.data.length < pageSize) break
  }
  return succeed(found)
}

export async function deleteMappingSet(client: AdobeClient, id: string) {
  return deletionOf(await client.request(deleteMappingSetRequest(id), z.unknown()))
}

/** Adobe's own opinion of each row, in the order of the document: its errors, none where it is content. */
export async function validateMapping(
  client: AdobeClient,
  schemaId: string,
  document: MappingDocument,
): Promise<Result<TransformError[][], AdobeError>> {
  const answer = dataOf(await client.request(validateMappingSetRequest(schemaId, document), validation))
  return mapData(answer, ({ validationResponse }) =>
    validationResponse.map(({ status, errors }) => {
      if (status !== 'FAILED') return []
      return errors?.length ? errors : [{ exception: status }]
    }),
  )
}

/** What Adobe makes of the given rows; it shows at most 100. The answer is a list, or for one row the row itself. */
export async function previewMapping(
  client: AdobeClient,
  schemaId: string,
  document: MappingDocument,
  rows: readonly Record<string, unknown>[],
): Promise<Result<PreviewedRow[], AdobeError>> {
  const answer = await client.request(
    previewMappingSetRequest(schemaId, document, rows),
    z.union([z.array(previewedRow), previewedRow]),
  )
  return mapData(dataOf(answer), (data) => (Array.isArray(data) ? data : [data]))
}

/** Why Adobe refuses an expression, in its words where it gives any; null where it is content. */
export async function validateExpression(
  client: AdobeClient,
  expression: string,
  record: Record<string, unknown> | undefined,
): Promise<Result<string | null, AdobeError>> {
  const answer = dataOf(await client.request(validateExpressionRequest(expression, record), expressionVerdict))
  return mapData(answer, (verdict) => {
    if (typeof verdict === 'boolean') return verdict ? null : ''
    return verdict.validationStatus.toLowerCase() === 'succeeded' ? null : (verdict.error ?? '')
  })
}
