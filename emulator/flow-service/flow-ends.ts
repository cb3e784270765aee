import type { JsonObject } from '../content/types'
import { asArray, asText } from '../json'

/** The one id in a flow's list of source or target connections. */
export const endOf = (flow: JsonObject, list: 'sourceConnectionIds' | 'targetConnectionIds') => asText(asArray(flow[list])[0])
