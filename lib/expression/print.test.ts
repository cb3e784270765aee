import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExpression, printExpression, printFieldReference } from './expression'
import { arbitraryNode, withoutPositions } from './testing/arbitrary-expression'

function parse(source: string) {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`)
  return parsed.ast
}

describe('printing an expression', () => {
  it('gives a source that parses to the same tree', () => {
    fc.assert(fc.property(arbitraryNode, (node) => {
      expect(withoutPositions(parse(printExpression(node)))).toEqual(withoutPositions(node))
    }), { seed: 20_240_305, numRuns: 3000 })
  })

  it('is stable after one round', () => {
    fc.assert(fc.property(arbitraryNode, (node) => {
      const printed = printExpression(node)
      expect(printExpression(parse(printed))).toBe(printed)
    }), { seed: 7, numRuns: 1000 })
  })

  it.each([
    ['1+2*3', '1 + 2 * 3'], ['(1+2)*3', '(1 + 2) * 3'], ['a - (b - c)', 'a - (b - c)'], ['(a - b) - c', 'a - b - c'],
    ['not a and b or c', '!a && b || c'], ['- -a', '- -a'], ['\'it\\\'s\'', '"it\'s"'], ['{:}', '{:}'],
    ['${First Name}.x', '${First\\ Name}.x'.replace('\\ ', ' ')], ['x->x+1', 'x -> x + 1'],
  ])('writes %s as %s', (source, printed) => {
    expect(printExpression(parse(source))).toBe(printed)
  })

  it('quotes a field reference exactly where the language demands it', () => {
    expect(printFieldReference(['payer', 'email'])).toBe('payer.email')
    expect(printFieldReference(['Gross Amount'])).toBe('${Gross Amount}')
    expect(printFieldReference(['date'])).toBe('${date}')
    expect(printFieldReference(['a.b', 'new'])).toBe('${a\\.b}.${new}')
  })
})
