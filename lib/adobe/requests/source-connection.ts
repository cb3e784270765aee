import type { SourceColumn } from '@/lib/flows/flow-definition'
import type { AdobeCall } from '../types'
import type { SpecRef } from './base-connection'
import { flowService } from './paths'

type SourceConnection = {
  name: string
  description?: string | undefined
  baseConnectionId: string
  connectionSpec: SpecRef
  format: 'tabular' | 'json'
  /** The `path` explore gave. */
  table: string
  /** Columns exactly as explore answered them. */
  columns: readonly SourceColumn[]
  /** `$id` of the ad-hoc schema, where there is one. */
  adhocSchemaId?: string | undefined
}

/**
 * Names the table that a flow reads (Flow Service `POST /sourceConnections`; its schema wants `tableName` and
 * `columns`).
 */
export function sourceConnectionRequest(source: SourceConnection): AdobeCall {
  const { name, description, baseConnectionId, connectionSpec, format, table, columns, adhocSchemaId } = source
  const schema = adhocSchemaId && {
    id: adhocSchemaId,
    version: 'application/vnd.adobe.xed-full-notext+json; version=1',
  }
  return {
    method: 'POST',
    path: `${flowService}/sourceConnections`,
    body: {
      name,
      ...(description && { description }),
      baseConnectionId,
      data: { format, ...(schema && { schema }) },
      params: { tableName: table, columns },
      connectionSpec,
    },
    label: 'source-connection',
  }
}
