import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JavaRegex } from './java-regex'

const regex = (pattern: string, stepsLeft = 1_000_000) => new JavaRegex(pattern, { stepsLeft })
const find = (pattern: string, text: string) => regex(pattern).find(text)?.groups ?? null

describe('Java regular expressions', () => {
  it.each([
    ['a|b', 'cb', ['b']], ['(a)|(b)', 'b', ['b', null, 'b']], ['a{2,3}?', 'aaaa', ['aa']], ['a*+a', 'aaa', null],
    ['(?>a|ab)c', 'abc', null], ['(?i)PAY', 'a pay', ['pay']], ['a(?i:b)c', 'aBc', ['aBc']], ['a(?i:b)c', 'aBC', null],
    ['(\\w)\\1', 'hello', ['ll', 'l']], ['(?<year>\\d+)-\\k<year>', '24-24', ['24-24', '24']],
    ['(?<=\\$)\\d+', '5 $12', ['12']],
    ['(?<!\\$)\\b\\d+', '$5 12', ['12']], ['x(?=y)', 'xzxy', ['x']], ['x(?!y)', 'xyxz', ['x']],
    ['[a-z&&[^aeiou]]+', 'aebcd', ['bcd']],
    ['[^\\d,]+', '1,ab', ['ab']], ['\\p{Lu}\\p{IsAlphabetic}+', 'der Baum', ['Baum']], ['\\p{Punct}', 'a!', ['!']],
    ['\\Qa.b\\E', 'axb a.b', ['a.b']],
    ['^b', 'a\nb', null], ['(?m)^b$', 'a\nb\nc', ['b']], ['a.b', 'a\nb', null], ['(?s)a.b', 'a\nb', ['a\nb']],
    ['a\\z', 'a\n', null],
    ['a$', 'a\n', ['a']], ['[]a]+', 'x]a', [']a']], ['(a*)*b', 'aab', ['aab', '']], ['.', '🙂', ['🙂']],
    ['\\u00e9', 'é', ['é']], ['a\\1', 'aa', null], ['(a)\\11', 'aa1', ['aa1', 'a']],
  ])('%s in %j finds %j', (pattern, text, expected) => {
    expect(find(pattern, text)).toEqual(expected)
  })

  it.each(['(', 'a)', '[a', '*a', '\\', 'a{2,1}', '[z-a]', '\\y', '(?<', '\\p{Nothing}'])('refuses %s', (pattern) => {
    expect(() => regex(pattern)).toThrow(expect.objectContaining({ code: 'bad-regex' }))
  })

  it('agrees with JavaScript wherever both languages mean the same', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a)', '(a|b)', '(?:ab)', '\\w', '\\d', '^', '$', '\\b')
    const piece = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{1,2}'))
      .map(([core, times]) => (/^[\^$]|\\b/.test(core) ? core : core + times))
    const pattern = fc.array(fc.oneof(piece, fc.constant('|')), { minLength: 1, maxLength: 6 }).map(
      (parts) => parts.join(''),
    )
    const subject = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 })
    fc.assert(fc.property(pattern, subject, (source, text) => {
      expect(find(source, text)?.[0] ?? null).toEqual(new RegExp(source).exec(text)?.[0] ?? null)
    }), { seed: 6, numRuns: 5000 })
  })

  it('ends after a counted number of steps, whatever the pattern', () => {
    expect(() => regex('(a|a)*b', 10_000).find('a'.repeat(40))).toThrow(
      expect.objectContaining({ code: 'regex-too-costly' }),
    )
    expect(() => regex('((a{1,99}){1,99}){1,99}')).toThrow(expect.objectContaining({ code: 'regex-too-large' }))
    const costOf = () => {
      const budget = { stepsLeft: 1_000_000 }
      new JavaRegex('.*x', budget).find('y'.repeat(200))
      return 1_000_000 - budget.stepsLeft
    }
    expect(costOf()).toBeGreaterThan(20_000)
    expect(costOf()).toBe(costOf())
  })

  it('cuts and keeps empty parts', () => {
    expect(regex(',').split(',a,,b,')).toEqual(['', 'a', '', 'b', ''])
    expect(regex('').split('abc')).toEqual(['a', 'b', 'c'])
  })
})
