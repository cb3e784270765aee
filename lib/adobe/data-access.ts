import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import { dataAccess, segment } from './requests/paths'
import { dataOf, isNotFound } from './results'
import type { AdobeClient, AdobeError } from './types'

const metaFiles = z.looseObject({ data: z.array(z.looseObject({ name: z.string() })).default([]) })

const refusedRow = z.looseObject({
  _errors: z
    .array(
      z.looseObject({
        code: z.union([z.string(), z.number()]).transform(String).optional(),
        message: z.string().optional(),
      }),
    )
    .nullish(),
  _corrupt_record: z.string().nullish(),
})
export type RefusedRow = z.infer<typeof refusedRow>

/**
 * Rows that Adobe refused in a batch, each with its `_errors` (Data Access `meta?path=row_errors`); none where
 * diagnostics were off, the batch was clean, or its files are gone (Adobe keeps them for 30 days).
 */
export async function readRefusedRows(
  client: AdobeClient,
  batchId: string,
  limit = 100,
): Promise<Result<RefusedRow[], AdobeError>> {
  const path = `${dataAccess}/batches/${segment(batchId)}/meta`
  const files = dataOf(await client.request({ method: 'GET', path, query: { path: 'row_errors' } }, metaFiles))
  if (!files.ok) return isNotFound(files.error) ? succeed([]) : fail(files.error)
  const rows: RefusedRow[] = []
  for (const { name } of files.data.data) {
    if (rows.length >= limit) break
    const call = { method: 'GET' as const, path, query: { path: `row_errors/${name}` }, answerFormat: 'lines' as const }
    const content = dataOf(await client.request(call, z.array(refusedRow)))
    if (!content.ok) return content
    rows.push(...content.data)
  }
  return succeed(rows.slice(0, limit))
}
