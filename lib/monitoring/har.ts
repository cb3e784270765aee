import type { CallView } from './call-views'

type HarOptions = {
  /** Origin of Adobe's platform, e.g. https://platform.adobe.io */
  origin: string
  version: string
}

/**
 * A journal as an HTTP Archive (HAR 1.2), to be opened in a browser's network panel. Headers are left out: the journal
 * does not keep them, because they carry the token. Bodies are as redacted as they are stored.
 */
export function toHar(calls: readonly CallView[], { origin, version }: HarOptions) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Tributary', version },
      entries: calls.map((call) => {
        const url = new URL(call.path, origin)
        return {
          startedDateTime: call.startedAt,
          time: call.durationMs,
          request: {
            method: call.method,
            url: url.href,
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [],
            queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
            headersSize: -1,
            bodySize: -1,
            ...(call.requestBody !== undefined && { postData: { mimeType: 'application/json', text: JSON.stringify(call.requestBody) } }),
          },
          response: {
            // HAR has no word for an answer that never came; status 0 is what browsers write.
            status: call.status ?? 0,
            statusText: '',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: call.requestId === undefined ? [] : [{ name: 'x-request-id', value: call.requestId }],
            content: contentOf(call.responseBody),
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
            ...(call.error && { comment: call.error.message }),
          },
          cache: {},
          timings: { send: 0, wait: call.durationMs, receive: 0 },
          ...(call.stepKey !== undefined && { comment: `${call.stepKey}, try ${call.attempt}` }),
        }
      }),
    },
  }
}

function contentOf(body: unknown) {
  if (body === undefined) return { size: 0, mimeType: 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { size: text.length, mimeType: typeof body === 'string' ? 'text/plain' : 'application/json', text }
}
