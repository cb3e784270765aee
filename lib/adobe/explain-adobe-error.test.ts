import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { explainedError } from '@/lib/explained-error'
import { locales } from '@/lib/i18n/locales'
import { loadMessages } from '@/lib/i18n/messages'
import { errorRules } from './error-rules'
import { explainAdobeError } from './explain-adobe-error'
import type { AdobeError } from './types'

const refused = (facts: Partial<AdobeError>): AdobeError => ({
  kind: 'http',
  message: 'Adobe’s words',
  mayHaveCommitted: false,
  retryable: false,
  method: 'POST',
  path: '/data/x',
  ...facts,
})

const kinds = ['network', 'timeout', 'malformed', 'host-refused', 'circuit-open', 'cancelled'] as const

describe.each(locales)('sentences in %s', async (locale) => {
  const messages = await loadMessages(locale)
  const t = createTranslator({ locale, messages, namespace: 'errors' }) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string

  const codes = [...new Set(errorRules.map(({ key }) => `adobe.${key}`)), 'adobe.unknown', ...kinds]
  test.each(codes)('%s has a title, a meaning and a remedy without holes', (code) => {
    const { values } = explainAdobeError(refused({ status: 500, code: '9999-500', retryAfterMs: 1_500 }))
    for (const part of ['title', 'meaning', 'remedy']) {
      const text = t(`${code}.${part}`, values)
      expect(text).not.toMatch(/[{}]|^errors\./)
      expect(text.length).toBeGreaterThan(3)
    }
  })
})

describe('which explanation an error gets', () => {
  test.each([
    ['invalid_client', 401, 'adobe.invalid-client', 'workspace'],
    ['403025', 403, 'adobe.not-entitled', 'workspace'],
    ['401013', 401, 'adobe.token-invalid', 'workspace'],
    ['2121-403', 403, 'adobe.sources-permission', 'workspace'],
    ['1360-400', 400, 'adobe.start-passed', 'schedule'],
    ['1360', 400, 'adobe.start-passed', 'schedule'],
    ['FLOW-1360-400', 400, 'adobe.start-passed', 'schedule'],
    ['XDM-1521-400', 400, 'adobe.title-taken', 'target'],
    ['XDM-1012-404', 404, 'adobe.definition-missing', 'target'],
    ['1404-412', 412, 'adobe.changed-meanwhile', 'nowhere'],
    ['never seen', 403, 'adobe.permission-missing', 'workspace'],
    [undefined, 502, 'adobe.unavailable', 'nowhere'],
    ['never seen', 400, 'adobe.unknown', undefined],
  ])('%s with status %s → %s, mended at %s', (code, status, explained, mendAt) => {
    const error = explainAdobeError(refused({ status, ...(code !== undefined && { code }) }))
    expect([error.code, error.mendAt]).toEqual([explained, mendAt])
  })

  test('a number that Adobe uses twice is told apart by its status', () => {
    expect(explainAdobeError(refused({ status: 400, code: '1404-400' })).code).toBe('adobe.unknown')
  })

  test('where no answer came, the kind explains', () => {
    for (const kind of kinds) expect(explainAdobeError(refused({ kind })).code).toBe(kind)
  })

  test('what was being done decides where to mend', () => {
    expect(explainAdobeError(refused({ status: 401, code: '2000-401' }), { mendAt: 'connection' }).mendAt).toBe(
      'connection',
    )
  })

  test('the explanation keeps Adobe’s own words and fits what the database keeps', () => {
    const error = explainAdobeError(refused({ status: 400, code: '1307-400', requestId: 'r-1' }))
    expect(explainedError.parse(error).adobe).toEqual({
      status: 400,
      code: '1307-400',
      message: 'Adobe’s words',
      requestId: 'r-1',
      method: 'POST',
      path: '/data/x',
    })
  })
})
