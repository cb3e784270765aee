import type { ZodType } from 'zod'
import type { AdobeCall, AdobeClient, AdobeResult } from './types'

/**
 * The same client, which asks the same question once: for work that looks at many things of one workspace in one go.
 * Good answers are kept for as long as the client is; a failure is asked for again.
 */
export function rememberAnswers(client: AdobeClient): AdobeClient {
  const known = new Map<ZodType, Map<string, Promise<unknown>>>()
  const ask = <T>(call: AdobeCall, schema: ZodType<T>): Promise<AdobeResult<T>> => {
    if (call.method !== 'GET') return client.request(call, schema)
    const ofSchema = known.get(schema) ?? new Map<string, Promise<unknown>>()
    known.set(schema, ofSchema)
    const key = JSON.stringify([call.path, call.query, call.accept])
    // What stands under a schema was read by it.
    const before = ofSchema.get(key) as Promise<AdobeResult<T>> | undefined
    if (before) return before
    const answer = client.request(call, schema)
    ofSchema.set(key, answer)
    const forget = () => void ofSchema.delete(key)
    answer.then((result) => result.ok || forget(), forget)
    return answer
  }
  return { ...client, request: ask }
}
