import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpression } from '@/lib/expression/expression'
import { sourceField } from '@/lib/testing/mapping-facts'
import { completeBehind } from './complete-behind'
import { listCompletions } from './complete-expression'

const item = { ...sourceField('items[*].sku', 'string'), name: 'sku' }
const sources = [
  sourceField('status', 'string'), sourceField('First Name', 'string'), sourceField('amount', 'number'),
  { ...sourceField('items', 'array'), children: [item] }, item,
  { ...sourceField('payer', 'object'), children: [sourceField('payer.email', 'string')] },
]
const all = listCompletions(sources)
const at = (marked: string) => completeBehind(all, marked.replace('|', ''), marked.indexOf('|'))
const labels = (marked: string) => at(marked)?.options.map(({ label }) => label)

describe('behind a field', () => {
  test('stand the methods its values have', () => {
    expect(labels('iif(status.|')).toEqual(['equals', 'equalsIgnoreCase'])
    expect(at('iif(status.eq|')?.from).toBe('iif(status.'.length)
    expect(labels('${First Name}.|')).toEqual(['equals', 'equalsIgnoreCase'])
    expect(labels('items[0].sku.|')).toEqual(['equals', 'equalsIgnoreCase'])
    expect(labels('payer.|')).toContain('get')
  })

  test('stand the functions for a whole list, written round it from where it begins', () => {
    const found = at('1 + items[|')
    expect(found?.options.map(({ label }) => label)).toEqual(expect.arrayContaining(['size_of(items)', 'array_to_map(items, "")']))
    expect(found?.options.every((one) => one.kind === 'wrap' && one.from === 4)).toBe(true)
  })

  test('stands nothing where no field is named, a number is, or one is inside a text', () => {
    for (const text of ['unknown.|', 'amount.|', '1.|', '"status.|', '|', 'status|']) expect(at(text)).toBeUndefined()
  })

  test('what is written round a value can be read, but for the lambda one has still to finish', () => {
    for (const one of [...(at('items.|')?.options ?? []), ...(at('payer.|')?.options ?? [])]) {
      if (one.kind !== 'wrap' || one.label.includes('->')) continue
      expect(parseExpression(one.label).ok, one.label).toBe(true)
    }
  })

  test('never throws, whatever is typed', () => {
    const piece = fc.constantFrom('items', '.', '[', ']', '${', '}', '"', 'payer', '(', ',', '0', ' ', '\\', '->', '/*')
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      for (let position = 0; position <= text.length; position += 1) expect(completeBehind(all, text, position)?.from ?? 0).toBeLessThanOrEqual(position)
    }), { seed: 17, numRuns: 120 })
  })
})
