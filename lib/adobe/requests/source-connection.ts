import type { DefinitionData } from '@/lib/flows/flow-definition'
import type { AdobeCall } from '../types'
import type { SpecRef } from './base-connection'
import { flowService } from './paths'

type SourceConnection = {
  name: string
  description?: string | undefined
  baseConnectionId: string
  connectionSpec: SpecRef
  /** What is read, as explore answered it: columns go back unchanged. */
  data: DefinitionData
  /** `$id` of the ad-hoc schema, where there is one. */
  adhocSchemaId?: string | undefined
}

/**
 * Names what a flow reads (Flow Service `POST /sourceConnections`): a table with its columns as `tabular`, or the
 * resource of a REST API as `json`, the only format such sources support.
 */
export function sourceConnectionRequest(source: SourceConnection): AdobeCall {
  const { name, description, baseConnectionId, connectionSpec, data, adhocSchemaId } = source
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
      data: { format: data.kind === 'rest' ? 'json' : 'tabular', ...(schema && { schema }) },
      params: data.kind === 'rest' ? { resourcePath: data.resourcePath } : { tableName: data.table, columns: data.columns },
      connectionSpec,
    },
    label: 'source-connection',
  }
}
