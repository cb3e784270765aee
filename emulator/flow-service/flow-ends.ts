import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'

/** The one id in a flow's list of source or target connections. */
export const endOf = (flow: JsonObject, list: 'sourceConnectionIds' | 'targetConnectionIds') => asText(asArray(flow[list])[0])

/** Where a flow reads and writes. */
export type Ends = { baseConnectionId: string; connectionSpecId: string; sourceParams: JsonObject; datasetId: string }

/** A flow keeps what its connections said when it was made: changing them later does not change the flow. */
export function keepEnds({ source, target }: { source: JsonObject; target: JsonObject }): JsonObject {
  return {
    baseConnectionId: source['baseConnectionId'] ?? '',
    connectionSpecId: asObject(source['connectionSpec'])['id'] ?? '',
    sourceParams: source['params'] ?? {},
    datasetId: asObject(target['params'])['dataSetId'] ?? '',
  }
}

export function readEnds(flow: JsonObject): Ends {
  const ends = asObject(flow['_ends'])
  return {
    baseConnectionId: asText(ends['baseConnectionId']),
    connectionSpecId: asText(ends['connectionSpecId']),
    sourceParams: asObject(ends['sourceParams']),
    datasetId: asText(ends['datasetId']),
  }
}
