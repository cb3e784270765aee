import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExpression, evaluateExpression, functions, parseExpression, printExpression } from './expression'
import { arbitraryNode } from './testing/arbitrary-expression'

const env = { nowMs: Date.UTC(2024, 2, 5), random: () => 0.4 }
const evaluate = (source: string, record: Record<string, unknown> = {}) => evaluateExpression(source, record, env)
const valueOf = (source: string, record: Record<string, unknown> = {}) => {
  const result = evaluate(source, record)
  return result.ok ? result.value : `error ${result.error.code}`
}

describe('evaluation', () => {
  const values = fc.anything({
    withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true,
    withTypedArray: true,
  })
  const records = fc.dictionary(fc.constantFrom('a', 'order', 'First Name', 'été', '__proto__'), values)
  const pieces = [
    'a', '1', '2.5', '"t"', '(', ')', '[', ']', '{', '}', ',', '.', '->', '?', ':', '+', '-', '!', '==', 'and', '${',
    '\\', '\'', '//', '/*', ...functions.map(({ name }) => `${name}(`),
  ]

  it('never throws and stays JSON for any tree on any record', () => {
    fc.assert(fc.property(arbitraryNode, records, (node, record) => {
      const result = evaluateExpression(node, record, env)
      expect(() => JSON.stringify(result)).not.toThrow()
    }), { seed: 1, numRuns: 3000 })
  })

  it('never throws for any text', () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' '))
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup), records, (source, record) => {
      const result = evaluate(source, record)
      if (result.ok) return
      expect(result.error.start).toBeGreaterThanOrEqual(0)
      expect(result.error.end).toBeLessThanOrEqual(source.length)
      expect(result.error.start).toBeLessThanOrEqual(result.error.end)
    }), { seed: 2, numRuns: 5000 })
  })

  it('never throws for any function with any arguments', () => {
    const names = fc.constantFrom(...functions.filter(({ isMethod }) => !isMethod).map(({ name }) => name))
    const args = fc.array(
      fc.oneof(values, fc.string(), fc.integer(), fc.constantFrom('yyyy', 'UTC', '(a+)+')), { maxLength: 8 },
    )
    fc.assert(fc.property(names, args, (name, list) => {
      const record = Object.fromEntries(list.map((value, index) => [`v${index}`, value]))
      const source = `${name}(${list.map((_, index) => `v${index}`).join(', ')})`
      expect(() => evaluate(source, record)).not.toThrow()
    }), { seed: 3, numRuns: 5000 })
  })

  it('ends with an error where work, size or depth has no sensible bound', () => {
    const million = 'x'.repeat(1_000_000)
    expect(valueOf('lpad("a", 2000000000, "b")')).toBe('error result-too-large')
    expect(valueOf('1..2000000000')).toBe('error result-too-large')
    expect(valueOf('concat(a, a, a)', { a: million })).toBe('error result-too-large')
    expect(valueOf('transformArray(1..100000, x -> transformArray(1..100, y -> 1))')).toBe('error too-costly')
    expect(valueOf('transformArray(1..1000, x -> lpad("", 100000, "b"))')).toBe('error result-too-large')
    expect(valueOf('filterArray(1..1000, x -> size_of(filterArray(b, y -> x == y)) > 0)', { b: Array(1000).fill(1) }))
      .toBe('error too-costly')
    expect(valueOf('matches_regex(a, "(x+x+)+y")', { a: 'x'.repeat(60) })).toBe('error regex-too-costly')
    expect(valueOf('('.repeat(5000) + '1' + ')'.repeat(5000))).toBe('error too-deep')
    expect(valueOf('a'.concat('.a'.repeat(5000)))).toBe('error too-deep')
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    expect(valueOf('self', cyclic)).toBe('error result-too-large')
  })

  it('evaluates, checks and prints a sum as long as Adobe takes', () => {
    const source = `1${' +1'.repeat(1365)}`
    const parsed = parseExpression(source)
    if (!parsed.ok) throw new Error(parsed.error.message)
    expect(valueOf(source)).toBe(1366)
    expect(checkExpression(parsed.ast)).toEqual([])
    expect(printExpression(parsed.ast)).toHaveLength(1 + 4 * 1365)
  })

  it('says which part failed', () => {
    expect(evaluate('concat("a", 1 / 0)')).toMatchObject({ error: { code: 'division-by-zero', start: 12, end: 17 } })
  })
})

describe('operators', () => {
  it.each([
    ['7 / 2', 3], ['7 / 2.0', 3.5], ['7.0 / 2', 3.5], ['-7 / 2', -3], ['-7 % 3', -1], ['2 + 3 * 4', 14],
    ['10 - 2 - 3', 5],
    ['9007199254740991 + 2', '9007199254740993'], ['"5" * 2', 10], ['"a" + 1', 'a1'], ['1 + 2.0 + "x"', '3.0x'],
    ['"1" + "2"', '12'], ['1 + "2"', 3], ['null + 1', 'error null-operand'], ['"a" + null', 'a'],
    ['"a" * 2', 'error not-a-number'],
    ['5 % 0', 'error division-by-zero'], ['0x1F + 010', 39], ['10L / 4', 2], ['1e3', 1000], ['!0', true],
    ['not 1', false],
    ['5 & 3', 1], ['5 | 3', 7], ['5 ^ 3', 6], ['~-34', 33], ['1 + 2 == 3 and 2 ne 3', true],
    ['1 lt 2 and 2 ge 2', true],
    ['null == ""', false], ['null == nothing', true], ['"2" == 2', true], ['"a" == 2', false], ['true == "true"', true],
    ['"10" < "9"', true], ['10 < "9"', false], ['null < 1', false], ['[1, 2] == [1, 2]', true],
    ['{"a": 1} == {"a": 2}', false], ['[1] < 2', 'error not-comparable'], ['true || 1 / 0', true],
    ['false && 1 / 0', false],
    ['null ? 1 : 2', 2], ['"" ?: "x"', 'x'], ['"" ?? "x"', ''], ['1 ? 2 ? "a" : "b" : "c"', 'a'],
    ['empty ""', true], ['size "abc"', 3], ['empty(null) && size([1]) == 1', true], ['"abc" =~ "a.c"', true],
    ['2 =~ [1, 2]', true], ['"a" !~ ["a"]', false], ['"abc" =^ "ab"', true], ['"abc" !$ "bc"', false],
    ['3..1', [3, 2, 1]],
    ['1 /* one */ + // plus\n 1 ## end', 2], ['x -> x', 'error no-value'], ['[[1, 2], 3][0][1]', 2],
    ['{"a": {"b": 1}}.a.b', 1],
    ['{"a": 1}["a"]', 1], ['[1][5]', null], ['"a".b', null], ['nothing.deep[0].x', null],
    ['nothing.equals("")', 'error null-receiver'],
    ['"A".toLowerCase()', 'error not-local'],
  ])('%s gives %j', (source, expected) => {
    expect(valueOf(source)).toEqual(expected)
  })
})

describe('field names', () => {
  const record = {
    'First Name': 'Ada', 'Full.Name': 'Ada L', address: { 'street.name': 'Elm', city: 'Ulm' }, date: 'D',
    list: { id: 5 },
    when: new Date(0), toString: 1,
  }

  it.each([
    ['${First Name}', 'Ada'], ['${Full\\.Name}', 'Ada L'], ['Full\\.Name', 'Ada L'], ['Full.Name', 'Ada L'],
    ['address.street\\.name', 'Elm'], ['${address.city}', 'Ulm'], ['${address\\.city}', 'Ulm'], ['${date}', 'D'],
    ['date', 'error reserved-name'], ['new', 'error reserved-name'], ['list.id + 1', 6], ['${list}.${id}', 5],
    ['constructor', null], ['list.__proto__', null], ['when', '1970-01-01T00:00:00Z'],
    ['"${First Name}"', '${First Name}'],
  ])('%s reads %j', (source, expected) => {
    expect(valueOf(source, record)).toEqual(expected)
  })
})
