import type { JsonObject } from '../content/types'
import { asText } from '../json'

/** The table or resource that a source connection reads. */
export function tablePathOf(params: JsonObject): string {
  return asText(params['tableName']) || asText(params['resourcePath']) || asText(params['path'])
}
