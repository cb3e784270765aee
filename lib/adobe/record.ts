import type { Result } from '@/lib/result'
import { pathWithQuery } from './build-request'
import { redactBody, redactText } from './redact'
import type { Sent } from './send-once'
import type { AdobeCall, AdobeError, CallRecord } from './types'

/** Longer bodies (whole registries) are cut: the journal is for reading. */
const longestBodyChars = 200_000

type Facts = {
  call: AdobeCall
  /** The body as people know it; IMS sends a form. */
  shownBody: unknown
  sent: Sent
  outcome: Result<{ requestId?: string }, AdobeError>
  startedAt: Date
  endedAt: Date
  attempt: number
  hidden: readonly string[]
}

/**
 * The journal's entry of one try: everything a person needs to understand it, no secret and no rows of payment data.
 */
export function recordOf({ call, shownBody, sent, outcome, startedAt, endedAt, attempt, hidden }: Facts): CallRecord {
  const requestId = outcome.ok ? outcome.data.requestId : outcome.error.requestId
  const responseBody = sent.answered ? shownResponse(sent.text, hidden) : undefined
  return {
    method: call.method,
    path: redactText(pathWithQuery(call), hidden),
    ...(sent.answered && { status: sent.status }),
    durationMs: Math.max(0, endedAt.getTime() - startedAt.getTime()),
    attempt,
    ...(requestId !== undefined && { requestId }),
    ...(shownBody !== undefined && { requestBody: withoutRows(redactBody(shownBody, hidden)) }),
    ...(responseBody !== undefined && { responseBody }),
    ...(!outcome.ok && { error: errorOf(outcome.error) }),
    startedAt,
    ...(call.stepKey !== undefined && { stepKey: call.stepKey }),
  }
}

function errorOf({ kind, code, message }: AdobeError): NonNullable<CallRecord['error']> {
  return { kind, message, ...(code !== undefined && { code }) }
}

function shownResponse(text: string, hidden: readonly string[]): unknown {
  if (text === '') return undefined
  if (text.length > longestBodyChars)
    return { cut: true, chars: text.length, start: redactText(text.slice(0, 2_000), hidden) }
  try {
    return withoutRows(redactBody(JSON.parse(text), hidden))
  } catch {
    return redactText(text.slice(0, 5_000), hidden)
  }
}

/** Previews carry rows of people's payments under `data`; they are counted, not kept. */
function withoutRows(body: unknown): unknown {
  if (Array.isArray(body)) {
    return body.some(isPreviewRow) ? { rowsNotKept: body.length } : body
  }
  if (typeof body !== 'object' || body === null || !('data' in body)) return body
  const isExplore = 'schema' in body && 'format' in body
  const isMappingPreview = 'mappingSet' in body
  if (!isExplore && !isMappingPreview) return body
  return { ...body, data: { rowsNotKept: Array.isArray(body.data) ? body.data.length : 1 } }
}

const isPreviewRow = (item: unknown) => typeof item === 'object' && item !== null && 'data' in item && 'errors' in item
