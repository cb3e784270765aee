import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { checkMapping, countMapping } from './checks'
import { addLink, setExpression, setStatic } from './commands'
import { emptyMapping, type MappingDocument } from './mapping-document'

const check = (document: MappingDocument): string[] =>
  checkMapping({ document, sources, targets }).map(({ rowId, path, code }) => `${rowId ?? '-'} ${code} ${path ?? ''}`)
const rowProblems = (document: MappingDocument) =>
  checkMapping({ document, sources, targets }).filter((problem) => problem.rowId !== undefined)
const needed = addLink(addLink(addLink(emptyMapping, 'Transaction_Id', '_id'), 'Initiated', 'timestamp'), 'Payer.Email', 'personalEmail.address')

describe('checkMapping', () => {
  test('says that _id and timestamp are required, and that the primary identity is missing', () => {
    expect(check(emptyMapping)).toEqual([
      '- requiredMissing _id', '- requiredMissing timestamp', '- identityMissing personalEmail.address',
    ])
  })

  test('has nothing to say when all that is needed is there and fits', () => {
    expect(check(needed)).toEqual([])
  })

  test('asks for what an item requires once anything of the item is written', () => {
    expect(check(addLink(needed, 'Fee', 'commerce.order.payments[0].paymentAmount'))).toEqual([
      '- requiredMissing commerce.order.payments[*].transactionID',
    ])
  })

  test('names sources and targets that do not exist', () => {
    expect(check(addLink(addLink(needed, 'Gone', 'commerce.order.purchaseID'), 'Amount', 'commerce.nothing'))).toEqual([
      'r4 unknownSource commerce.order.purchaseID', 'r5 unknownTarget commerce.nothing',
    ])
  })

  test('refuses types that cannot be converted, with the reason', () => {
    expect(rowProblems(addLink(needed, 'Initiated', 'commerce.order.priceTotal'))).toMatchObject([
      { severity: 'error', code: 'typeImpossible', values: { fit: 'dateToNumber' } },
    ])
  })

  test('lets sample values settle a doubtful conversion, or shows the one that fails', () => {
    expect(rowProblems(addLink(needed, 'Amount', 'commerce.order.priceTotal'))).toEqual([])
    expect(rowProblems(addLink(needed, 'Currency', 'commerce.order.currencyCode'))).toMatchObject([
      { severity: 'warning', code: 'samplesDoNotFit', values: { failing: 1, total: 2, sample: 'usd', reason: 'notInPattern' } },
    ])
    expect(rowProblems(addLink(needed, 'Fee', '_acme.tries'))).toMatchObject([{ severity: 'warning', code: 'typeLossy' }])
  })

  test('finds lists that meet single values', () => {
    const into = 'commerce.order.payments'
    const codes = (source: string, destination: string) =>
      rowProblems(addLink(needed, source, destination)).map((problem) => problem.code)
    expect(codes('items[*].id', `${into}[*].transactionID`)).toEqual([])
    expect(codes('items[*].id', `${into}[0].transactionID`)).toEqual(['listIntoOne'])
    expect(codes('Transaction_Id', `${into}[*].transactionID`)).toEqual(['oneIntoList'])
    expect(codes('items[0].id', `${into}[0].transactionID`)).toEqual([])
  })

  test('wants the key of a map to be named', () => {
    expect(rowProblems(addLink(needed, 'Payer.Email', 'identityMap.{key}[0].id')).map((problem) => problem.code)).toEqual(['mapKeyMissing'])
    expect(rowProblems(addLink(needed, 'Payer.Email', 'identityMap.Email[0].id'))).toEqual([])
  })

  test('checks a constant against the type, the enumeration and the limits of its target', () => {
    const reason = (destination: string, value: string) => rowProblems(setStatic(needed, destination, value))[0]?.values['reason']
    expect(reason('commerce.order.priceTotal', 'ten')).toBe('notNumber')
    expect(reason('commerce.order.orderType', 'subscription')).toBe('notInEnum')
    expect(reason('_acme.tries', '101')).toBe('outOfRange')
    expect(reason('_acme.isTest', 'True')).toBe('notBoolean')
    expect(reason('tags[0]', 'abcdef')).toBe('tooLong')
    expect(reason('commerce.order', 'x')).toBe('notObject')
    expect(reason('commerce.order.orderType', 'checkout')).toBeUndefined()
  })

  test('says where an expression cannot be read', () => {
    expect(rowProblems(setExpression(needed, 'commerce.order.purchaseID', 'concat('))[0]).toMatchObject({ code: 'expressionWrong' })
    expect(rowProblems(setExpression(needed, 'commerce.order.purchaseID', 'upper(Transaction_Id)'))).toEqual([])
  })

  test('finds two rows on one destination', () => {
    const row = { id: 'r9', sourceType: 'STATIC' as const, source: 'x', destination: '_id' }
    expect(check({ ...needed, rows: [...needed.rows, row] })).toEqual(['r9 duplicateTarget _id'])
  })

  test('never throws, whatever the rows say', () => {
    const text = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('items[*].id', 'tags[0]', 'identityMap.a[0].id', '[[', '.', '${', 'commerce.order'))
    const row = fc.record({ id: text, sourceType: fc.constantFrom('ATTRIBUTE', 'EXPRESSION', 'STATIC'), source: text, destination: text })
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const document: MappingDocument = { version: 1, rows }
      expect(countMapping({ document, sources, targets }).mapped).toBe(rows.length)
    }), { seed: 5, numRuns: 300 })
  })
})

test('the counters agree with the checks', () => {
  expect(countMapping({ document: needed, sources, targets })).toEqual({
    mapped: 3, requiredMapped: 2, required: 2, identityMapped: 1, identity: 2, problems: 0,
  })
})
