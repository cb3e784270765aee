import fs from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { checkExpression, expressionErrorName, functions, parseExpression, type ExpressionError } from '@/lib/expression/expression'
import english from '@/lib/i18n/messages/en/mapper.json'
import chinese from '@/lib/i18n/messages/zh-CN/mapper.json'
import { expressionErrorSentence, type MapperTranslator } from './problem-sentence'

const translator = (locale: string, mapper: object, failures: string[]) => createTranslator({
  locale, messages: { mapper }, namespace: 'mapper', onError: (error) => failures.push(error.message),
}) as unknown as MapperTranslator

const fields = (name: string) => ({ amount: 'number', list: 'array' } as const)[name] ?? name === 'known'

/** One expression at least for every sentence that reading and checking can come to. */
const wrong = [
  '', 'upper("a"', 'upper("a", ', 'a b', 'concat("a" 5)', '"a" "b"', '(1 2', '[1 ${b}]', '5 )', '* 2', '"abc', "'abc", '${abc', '${}', '/* x',
  'a = 1', 'a; b', '1 < 2 < 3', '12ab', '09', '1.5L', '1e999', '{1, 2}', 'known.', 'a @ b', '\\.a',
  `"${'x'.repeat(4095)}"`, 'x'.repeat(200_001), '('.repeat(2_000), `a${'.b'.repeat(3_000)}`, `${'('.repeat(150)}a${').b.b.b.b.b'.repeat(150)}`,
  'uper("a")', 'nothingofthekind("a")', 'equals("a", "b")', '"a".trim()', '"a".nothingofthekind()', 'substr("a", 1)', 'upper()', 'to_object("a", 1, "b")', 'concat()', 'now(1)',
  'lpad("a")', 'date("a", "b", "c", "d", "e", "f")', 'coalesce()', 'get_keys(amount)', 'size_of(upper([1]))', 'unknown', 'order.total', 'date', 'new.x', 'known.new', '"${a}"', 'is_set("a")', 'flattenArray([1])',
  'aa_get_event_id("a", "b")', ...functions.filter(({ localLimit }) => localLimit !== undefined).map(({ name }) => `${name}("a")`),
]

/** What another message falls back to, and what the lexer cannot come to as it reads a digit first. */
const notMet: ReadonlySet<string> = new Set(['other', 'bad-number'])

function errorsOf(source: string): readonly ExpressionError[] {
  const parsed = parseExpression(source)
  return parsed.ok ? checkExpression(parsed.ast, { fields, sourceLength: source.length }) : [parsed.error]
}

/** The codes that stand in the files which read and check expressions. */
function writtenCodes(): string[] {
  const folder = path.resolve(import.meta.dirname, '..', 'expression')
  const files = ['lexer', 'parser', 'parse-primary', 'token-stream', 'read-number', 'read-quoted-name', 'read-text', 'check', 'check-call', 'check-field']
  const text = files.map((file) => fs.readFileSync(path.join(folder, `${file}.ts`), 'utf8')).join('\n')
  return [...text.matchAll(/(?:ExpressionFailure\(|report\.add\(\s*'(?:error|warning)',)\s*'([a-z-]+)'/g)].map(([, code = '']) => code)
}

describe('what is wrong with an expression is said in the person’s language', () => {
  const errors = wrong.flatMap(errorsOf)

  test('every code is met by an expression of this test', () => {
    const codes = new Set(writtenCodes())
    expect(codes.size).toBeGreaterThan(25)
    expect([...codes].filter((code) => !errors.some((error) => error.code === code))).toEqual([])
  })

  test('every sentence of the messages is one that an expression comes to', () => {
    const met = new Set(errors.map(expressionErrorName))
    expect(Object.keys(english.expression.errors).filter((name) => !notMet.has(name) && !met.has(name))).toEqual([])
    expect([...met].filter((name) => !(name in english.expression.errors))).toEqual([])
  })

  test('English is the parser’s own, Chinese is Chinese, and nothing in it is left open', () => {
    const failures: string[] = []
    const [en, zh] = [translator('en', english, failures), translator('zh-CN', chinese, failures)]
    for (const error of errors) {
      expect(expressionErrorSentence(en, error)).toBe(`Character ${error.start + 1}: ${error.message}`)
      const sentence = expressionErrorSentence(zh, error)
      expect(sentence).toMatch(/\p{Script=Han}/u)
      expect(sentence, 'no English sentence in brackets').not.toContain(error.message)
      expect(sentence).not.toMatch(/undefined|mapper\.|expression\./)
    }
    expect(failures).toEqual([])
  })
})
