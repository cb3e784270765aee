/** What Adobe said about a refusal, found in any of the forms its services use. */
export type ParsedError = { code?: string; message?: string; requestId?: string }

/**
 * Reads the body of a refused call. Known forms: gateway `{error_code, message}`; Flow Service `{errorCode | code,
 * errorMessage | message | detail | title}`, now and then wrapped in `{error: {…}}` or `{errors: [{…}]}`; the
 * registry's problem form whose code ends its `type` (`…/errors/XDM-1012-404`) with the longest text in `report`; IMS's
 * `{error, error_description}`; plain text and HTML.
 */
export function parseErrorBody(text: string): ParsedError {
  const body = parse(text)
  if (body === undefined) return plain(text)
  return readObject(body) ?? {}
}

function readObject(value: unknown): ParsedError | undefined {
  if (Array.isArray(value))
    return value.map(readObject).find((found) => found?.code !== undefined || found?.message !== undefined)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? plain(value) : undefined
  const body = value as Record<string, unknown>
  const report = asObject(body['report'])
  const code =
    firstText(body, ['error_code', 'errorCode', 'code']) ?? codeOfType(body['type']) ?? firstText(body, ['error'])
  const message =
    firstText(report ?? {}, ['detailed-message']) ??
    firstText(body, ['message', 'errorMessage', 'detail', 'error_description', 'title'])
  const requestId =
    firstText(body, ['requestId', 'request_id']) ?? firstText(report ?? {}, ['registryRequestId', 'requestId'])
  if (code === undefined && message === undefined) {
    return readObject(body['error']) ?? readObject(body['errors']) ?? readObject(body['report']) ?? undefined
  }
  return {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(requestId !== undefined && { requestId }),
  }
}

/** The last segment of a problem's `type`, when it looks like a code and not like a placeholder. */
function codeOfType(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined
  const last = type.split('/').at(-1) ?? ''
  return /^[A-Z0-9]+(-[A-Z0-9]+)*-?\d{3}$/i.test(last) ? last : undefined
}

function firstText(body: Record<string, unknown>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = body[key]
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return undefined
}

const asObject = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined

function plain(text: string): ParsedError {
  const words = text
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? {} : { message: words.slice(0, 500) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
