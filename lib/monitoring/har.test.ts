import { describe, expect, test } from 'vitest'
import type { CallView } from './call-views'
import { toHar } from './har'

const call: CallView = {
  id: '1', method: 'POST', path: '/data/foundation/flowservice/flows?x=1', status: 201, durationMs: 120, attempt: 2, requestId: 'req-1',
  startedAt: '2026-11-24T10:00:00.000Z', stepKey: 'flow', requestBody: { name: 'F' }, responseBody: { id: 'f1' },
}
const har = (calls: CallView[]) => toHar(calls, { origin: 'https://platform.adobe.io', version: '0.1.0' }).log

describe('a HAR export', () => {
  test('holds what HAR 1.2 demands of an entry, with address, query, body and request id', () => {
    const [entry] = har([call]).entries
    expect(entry).toMatchObject({
      startedDateTime: call.startedAt, time: 120,
      request: { method: 'POST', url: 'https://platform.adobe.io/data/foundation/flowservice/flows?x=1', queryString: [{ name: 'x', value: '1' }], postData: { text: '{"name":"F"}' } },
      response: { status: 201, headers: [{ name: 'x-request-id', value: 'req-1' }], content: { text: '{"id":"f1"}' }, redirectURL: '' },
      cache: {}, timings: { send: 0, wait: 120, receive: 0 },
    })
  })

  test('says of an answer that never came what happened', () => {
    const { status: _, responseBody: __, ...lost } = call
    const [entry] = har([{ ...lost, error: { kind: 'timeout', message: 'No answer within 30000 ms.' } }]).entries
    expect(entry?.response).toMatchObject({ status: 0, comment: 'No answer within 30000 ms.', content: { size: 0 } })
  })

  test('of nothing is still a HAR', () => expect(har([])).toMatchObject({ version: '1.2', entries: [] }))
})
