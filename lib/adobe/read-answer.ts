import { fail, succeed, type Result } from '@/lib/result'
import { pathWithQuery } from './build-request'
import { parseErrorBody } from './parse-error'
import { redactText } from './redact'
import { isTransientStatus, parseRetryAfterMs } from './retry-policy'
import type { Sent } from './send-once'
import type { AdobeAnswer, AdobeCall, AdobeError } from './types'

/**
 * Turns one try's outcome into data or a typed error. The etag is kept byte for byte: from the body where the services
 * put it (Flow Service), else from the header (`ETag`, or Catalog's `E-Tag`).
 */
export function readAnswer(
  call: AdobeCall,
  sent: Sent,
  secrets: readonly string[],
  nowMs: number,
): Result<AdobeAnswer<unknown>, AdobeError> {
  const changes = call.method !== 'GET' && call.repeatable !== true
  const facts = { method: call.method, path: redactText(pathWithQuery(call), secrets) }
  if (!sent.answered) {
    const { kind, message } = sent
    return fail({
      kind,
      message,
      mayHaveCommitted: changes && sent.mayHaveArrived,
      retryable: kind !== 'cancelled',
      ...facts,
    })
  }

  const { status, headers, text } = sent
  const idOfHeader = headers.get('x-request-id') ?? headers.get('x-adobe-request-id') ?? undefined
  if (status >= 200 && status < 300) {
    const body = call.answerFormat === 'lines' ? parseLines(text) : parseJson(text)
    if (!body.ok) {
      const message = `Adobe answered ${status} with a body that is not JSON.`
      return fail({
        kind: 'malformed',
        status,
        message,
        mayHaveCommitted: changes,
        retryable: true,
        ...facts,
        ...withId(idOfHeader),
      })
    }
    const etag = etagOf(body.data) ?? headers.get('etag') ?? headers.get('e-tag') ?? undefined
    return succeed({ data: body.data, status, ...(etag !== undefined && { etag }), ...withId(idOfHeader) })
  }
  if (status < 400) {
    const message = `Adobe answered with a redirect (${status}), which is never followed.`
    return fail({
      kind: 'malformed',
      status,
      message,
      mayHaveCommitted: false,
      retryable: false,
      ...facts,
      ...withId(idOfHeader),
    })
  }

  const parsed = parseErrorBody(text)
  const retryAfterMs = parseRetryAfterMs(headers.get('retry-after'), nowMs)
  return fail({
    kind: 'http',
    status,
    ...(parsed.code !== undefined && { code: redactText(parsed.code, secrets) }),
    message: redactText(parsed.message ?? `Adobe answered ${status}.`, secrets).slice(0, 2_000),
    ...withId(idOfHeader ?? parsed.requestId),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    // 429 is refused before work begins; a time-out or server error may come after it.
    mayHaveCommitted: changes && (status === 408 || status >= 500),
    retryable: isTransientStatus(status),
    ...facts,
  })
}

const withId = (requestId: string | undefined) => (requestId === undefined ? {} : { requestId })

function parseJson(text: string): Result<unknown, undefined> {
  if (text.trim() === '') return succeed(undefined)
  try {
    return succeed(JSON.parse(text))
  } catch {
    return fail(undefined)
  }
}

function parseLines(text: string): Result<unknown[], undefined> {
  const values: unknown[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (!value.ok) return fail(undefined)
    values.push(value.data)
  }
  return succeed(values)
}

function etagOf(body: unknown): string | undefined {
  const value = firstItem(body)
  if (typeof value !== 'object' || value === null || !('etag' in value)) return undefined
  return typeof value.etag === 'string' ? value.etag : undefined
}

// Flow Service answers a look-up by id with a list of one; the etag of a longer list would be anybody's.
function firstItem(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return body
  return body.items.length === 1 ? body.items[0] : undefined
}
