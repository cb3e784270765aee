import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets } from '@/lib/testing/mapping-facts'
import english from '@/lib/i18n/messages/en/mapper.json'
import chinese from '@/lib/i18n/messages/zh-CN/mapper.json'
import { checkMapping } from './checks'
import type { MappingDocument, MappingRow } from './mapping-document'
import { problemSentence, type MapperTranslator } from './problem-sentence'

const rows: Omit<MappingRow, 'id'>[] = [
  { sourceType: 'ATTRIBUTE', source: 'Gone', destination: 'commerce.order.purchaseID' },
  { sourceType: 'ATTRIBUTE', source: 'Fee', destination: 'nowhere' },
  { sourceType: 'ATTRIBUTE', source: 'Initiated', destination: 'commerce.order.priceTotal' },
  { sourceType: 'ATTRIBUTE', source: 'Fee', destination: '_acme.tries' },
  { sourceType: 'ATTRIBUTE', source: 'Currency', destination: 'commerce.order.currencyCode' },
  { sourceType: 'ATTRIBUTE', source: 'items[*].id', destination: 'commerce.order.payments[0].transactionID' },
  { sourceType: 'ATTRIBUTE', source: 'Fee', destination: 'commerce.order.payments[*].paymentAmount' },
  { sourceType: 'ATTRIBUTE', source: 'Currency', destination: 'identityMap.{key}[0].id' },
  { sourceType: 'STATIC', source: 'gift', destination: 'commerce.order.orderType' },
  { sourceType: 'EXPRESSION', source: 'nosuch(1)', destination: 'tags[0]' },
  { sourceType: 'EXPRESSION', source: 'concat(', destination: 'tags[1]' },
  { sourceType: 'STATIC', source: 'x', destination: 'tags[1]' },
]
const document: MappingDocument = { version: 1, rows: rows.map((row, at) => ({ id: `r${at}`, ...row })) }

test.each([['en', english], ['zh-CN', chinese]] as const)('every problem is a whole sentence in %s, its reasons translated', (locale, mapper) => {
  const failures: string[] = []
  const t = createTranslator({
    locale, messages: { mapper }, namespace: 'mapper', onError: (error) => failures.push(error.message),
  }) as unknown as MapperTranslator
  const problems = checkMapping({ document, sources, targets })
  expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThanOrEqual(12)
  for (const problem of problems) {
    const sentence = problemSentence(t, problem)
    expect(sentence).not.toMatch(/mapper\.|values\.\w|fit\.\w|undefined/)
    const keys = [problem.values['reason'], problem.values['fit']].filter((key) => key !== undefined)
    expect(keys.filter((key) => sentence.includes(String(key)))).toEqual([])
  }
  expect(failures).toEqual([])
})
