import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseErrorBody } from './parse-error'

test.each([
  ['gateway', { error_code: '403025', message: 'Profile is not valid' }, '403025', 'Profile is not valid'],
  ['gateway with a number', { error_code: 429050, message: 'Too many requests' }, '429050', 'Too many requests'],
  [
    'Flow Service, a stale etag',
    { errorMessage: 'Supplied version does not match' },
    undefined,
    'Supplied version does not match',
  ],
  ['Flow Service, code and message', { errorCode: '1360-400', errorMessage: 'Start time' }, '1360-400', 'Start time'],
  ['wrapped', { error: { code: '1418-400', message: 'In use' } }, '1418-400', 'In use'],
  ['a list', { errors: [{}, { code: '1419-400', message: 'Mapping' }] }, '1419-400', 'Mapping'],
  [
    'the registry',
    {
      type: 'http://ns.adobe.com/aep/errors/XDM-1521-400',
      title: 'Title not unique',
      status: 400,
      report: { 'detailed-message': 'Title A is taken by …/schemas/1' },
      detail: 'short',
    },
    'XDM-1521-400',
    'Title A is taken by …/schemas/1',
  ],
  [
    'the old problem form',
    { type: '/placeholder/type/uri', status: 400, title: 'BadRequestError', detail: 'A valid content-type' },
    undefined,
    'A valid content-type',
  ],
  ['a problem with a title alone', { title: 'RequestRateTooLarge', status: 429 }, undefined, 'RequestRateTooLarge'],
  ['IMS', { error: 'invalid_scope', error_description: 'not granted' }, 'invalid_scope', 'not granted'],
  ['IMS without a description', { error: 'unauthorized_client' }, 'unauthorized_client', undefined],
])('finds code and words in the form of %s', (_name, body, code, message) => {
  const parsed = parseErrorBody(JSON.stringify(body))
  expect([parsed.code, parsed.message]).toEqual([code, message])
})

test('keeps the words of an HTML page and drops its markup', () => {
  expect(parseErrorBody('<html><style>a{}</style><h1>502 Bad\nGateway</h1></html>').message).toBe('502 Bad Gateway')
})

test('never throws, whatever the body is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { code, message } = parseErrorBody(text)
      expect([code, message].every((value) => value === undefined || typeof value === 'string')).toBe(true)
    }),
    { seed: 11, numRuns: 500 },
  )
})
