import 'server-only'
import type { ExploredHierarchy } from '@/lib/adobe/answers-specs'
import { exploreResource, exploreTable } from '@/lib/adobe/flow-service/connections'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { succeed, type Result } from '@/lib/result'
import { hierarchyOf, wrapRows } from '@/lib/sources/hierarchy'

/** As many rows as a person looks through; Adobe may send up to a hundred. */
const mostRows = 50

export type ObjectDetail = {
  columns: SourceColumn[]
  rows: Record<string, unknown>[]
  /** True when Adobe gave the columns but no preview. */
  isPreviewMissing?: boolean
  /** Paths whose type explore did not know and the rows told. */
  refined?: string[]
}

/** A table's columns, or a REST resource's hierarchy, with some rows. Where Adobe gives no preview, the columns alone. */
export async function exploreObject(client: AdobeClient, connectionId: string, kind: 'table' | 'rest', path: string): Promise<Result<ObjectDetail, AdobeError>> {
  return kind === 'rest' ? exploreHierarchy(client, connectionId, path) : exploreColumns(client, connectionId, path)
}

async function exploreColumns(client: AdobeClient, connectionId: string, table: string): Promise<Result<ObjectDetail, AdobeError>> {
  const whole = await exploreTable(client, connectionId, table, { preview: true })
  if (whole.ok) return succeed({ columns: whole.data.schema.columns, rows: (whole.data.data ?? []).slice(0, mostRows) })
  const bare = await exploreTable(client, connectionId, table)
  // The first answer's error is the telling one when both were refused.
  return bare.ok ? succeed({ columns: bare.data.schema.columns, rows: [], isPreviewMissing: true }) : whole
}

/** Types that Adobe does not know are taken from the records. */
async function exploreHierarchy(client: AdobeClient, connectionId: string, path: string): Promise<Result<ObjectDetail, AdobeError>> {
  const whole = await exploreResource(client, connectionId, path, { preview: true })
  if (whole.ok) return succeed(detailOf(whole.data))
  const bare = await exploreResource(client, connectionId, path)
  return bare.ok ? succeed({ ...detailOf(bare.data), isPreviewMissing: true }) : whole
}

function detailOf({ schema, data }: ExploredHierarchy): ObjectDetail {
  const rows = wrapRows(schema, (data ?? []).slice(0, mostRows))
  return { ...hierarchyOf(schema, rows), rows }
}
