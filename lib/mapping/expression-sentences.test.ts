import fs from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { checkExpression, evaluateExpression, expressionErrorName, functions, parseExpression, type ExpressionError } from '@/lib/expression/expression'
import english from '@/lib/i18n/messages/en/mapper.json'
import chinese from '@/lib/i18n/messages/zh-CN/mapper.json'
import { expressionErrorSentence, whyNothing, type MapperTranslator } from './problem-sentence'

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

/** The codes of failures on a row: what stands in the other files of the folder, but for the tests. */
function rowCodes(): string[] {
  const folder = path.resolve(import.meta.dirname, '..', 'expression')
  const readAndChecked = /^(lexer|parser|parse-primary|token-stream|read-number|read-quoted-name|read-text|check|check-call|check-field)\.ts$/
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !readAndChecked.test(file))
  const text = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n')
  return [...text.matchAll(/ExpressionFailure\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code)
}

describe('why an expression gives nothing on a row', () => {
  test('every kind of failure has its sentence', () => {
    const codes = new Set(rowCodes())
    expect(codes.size).toBeGreaterThan(15)
    expect([...codes].filter((code) => !(code in english.expression.failures) && !(code in english.expression.errors))).toEqual([])
    expect(Object.keys(english.expression.failures).filter((code) => !codes.has(code))).toEqual([])
  })

  test('English is the evaluator’s own, Chinese says the kind', () => {
    const failures: string[] = []
    const [en, zh] = [translator('en', english, failures), translator('zh-CN', chinese, failures)]
    for (const source of ['1 / 0', 'null + 1', 'date("soon", "yyyy")', 'to_integer("many")', 'upper([1])']) {
      const result = evaluateExpression(source, {}, { nowMs: 0 })
      if (result.ok) throw new Error(`${source} gave ${String(result.value)}.`)
      expect(whyNothing(en, { failure: result.error })).toBe(result.error.message)
      expect(whyNothing(zh, { failure: result.error })).toMatch(/\p{Script=Han}/u)
    }
    expect(failures).toEqual([])
  })
})
