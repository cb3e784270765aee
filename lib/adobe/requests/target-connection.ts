import type { AdobeCall } from '../types'
import { dataLakeSpec, flowService } from './paths'

type TargetConnection = { name: string; description?: string | undefined; schemaId: string; datasetId: string }

/**
 * Names the dataset that a flow writes (Flow Service `POST /targetConnections`). Its specification is the data lake's,
 * never the source's as in the tutorial's sample (1307-400); without the schema's version the flow is refused
 * (1425-400).
 */
export function targetConnectionRequest({ name, description, schemaId, datasetId }: TargetConnection): AdobeCall {
  return {
    method: 'POST',
    path: `${flowService}/targetConnections`,
    body: {
      name,
      ...(description && { description }),
      connectionSpec: dataLakeSpec,
      data: { schema: { id: schemaId, version: 'application/vnd.adobe.xed-full+json;version=1' } },
      params: { dataSetId: datasetId },
    },
    label: 'target-connection',
  }
}
