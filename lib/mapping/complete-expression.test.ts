import { describe, expect, test } from 'vitest'
import { evaluateExpression, parseExpression } from '@/lib/expression/expression'
import { sourceField } from '@/lib/testing/mapping-facts'
import { completionsAt, findCompletionPlace, listCompletions } from './complete-expression'
import { sourceReference } from './source-reference'

const place = (marked: string) => findCompletionPlace(marked.replace('|', ''), marked.indexOf('|'))

describe('completion', () => {
  test('begins where the word begins, a path counting as one word', () => {
    expect(place('low|')?.from).toBe(0)
    expect(place('concat(billing.addr|')?.from).toBe(7)
    expect(place('a + items[0].pr|')?.from).toBe(4)
  })

  test('offers nothing inside a text, a comment or a number', () => {
    for (const text of ['concat("low|', '/* low|', '12|']) expect(place(text)).toBeUndefined()
  })

  test('offers only fields inside braces and only methods after a value', () => {
    const all = listCompletions([sourceField('First Name', 'string')])
    const braces = place('${Fi|')
    const method = place('trim(a).eq|')
    expect(braces).toMatchObject({ from: 0, onlyFields: true })
    expect(braces && completionsAt(all, braces).map(({ label }) => label)).toEqual(['${First Name}'])
    expect(method?.from).toBe(8)
    expect(method && completionsAt(all, method).map(({ label }) => label)).toContain('equalsIgnoreCase')
  })
})

describe('sourceReference', () => {
  const record = { amount: 1, 'First Name': 2, 'a.b': 3, date: 4, items: [{ sku: 5 }] }
  test.each([
    ['amount', 'amount', 1], ['First Name', '${First Name}', 2], ['a\\.b', '${a\\.b}', 3], ['date', '${date}', 4], ['items[*].sku', 'items[0].sku', 5],
  ])('%s is read by %s', (path, reference, value) => {
    expect(sourceReference(path)).toBe(reference)
    expect(parseExpression(reference).ok).toBe(true)
    expect(evaluateExpression(reference, record, { nowMs: 0 })).toEqual({ ok: true, value })
  })
})
