import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentedExamples, unusableExamples } from '../documented-examples'
import { evaluateExpression, functions, operators } from '../expression'
import { ownExamples } from '../testing/own-examples'

const now = Date.UTC(2024, 2, 5, 6, 7, 8, 9)
const evaluate = (expression: string, record: Record<string, unknown> = {}) =>
  evaluateExpression(expression, record, { nowMs: now, random: () => 0.4 })

describe('functions give what Adobe prints', () => {
  it.each(documentedExamples)('$expression', ({ expression, record, expected }) => {
    expect(evaluate(expression, record)).toEqual({ ok: true, value: expected })
  })
})

describe('functions do what Adobe describes', () => {
  it.each(ownExamples)('$expression', ({ expression, record, expected }) => {
    expect(evaluate(expression, record)).toEqual({ ok: true, value: expected })
  })
})

describe('the help of functions and operators', () => {
  const read = (locale: string) => z.record(z.string(), z.record(z.string(), z.string())).parse(
    JSON.parse(readFileSync(new URL(`../../i18n/messages/${locale}/functions.json`, import.meta.url), 'utf8')),
  )

  it('says in English what the documentation says, and in every language something of its own for each of them', () => {
    const [english, chinese] = [read('en'), read('zh-CN')]
    expect(english['does']).toEqual(Object.fromEntries(functions.map(({ name, description }) => [name, description])))
    expect(english['operators']).toEqual(Object.fromEntries(operators.map(({ key, description }) => [key, description])))
    expect(new Set(functions.flatMap(({ group, localLimit }) => (localLimit === undefined ? [] : [group])))).toEqual(new Set(Object.keys(english['limits'] ?? {})))
    for (const area of ['does', 'operators', 'limits']) {
      for (const text of Object.values(chinese[area] ?? {})) expect(text).toMatch(/\p{Script=Han}/u)
      for (const [name, text] of Object.entries(english[area] ?? {})) expect(chinese[area]?.[name], name).not.toBe(text)
    }
  })
})

describe('the registry', () => {
  const tested = [...documentedExamples, ...ownExamples].map((example) => example.expression).join('\n')
  // Has no answer outside Adobe; that it says so is tested below.
  const withoutAnswer = ['fpid_to_ecid']

  it('has an example for every function', () => {
    const missing = functions.filter((entry) => !new RegExp(`\\b${entry.name}\\(`).test(tested)).map(({ name }) => name)
    expect(missing).toEqual(withoutAnswer)
  })

  it('refuses by name what only Adobe can compute', () => {
    expect(evaluate('fpid_to_ecid("4ed70bee-b654-420a-a3fd-b58b6b65e991")')).toMatchObject({
      ok: false, error: { code: 'not-local', message: expect.stringContaining('fpid_to_ecid') },
    })
    expect(evaluate('ua_os_name("SomeRobot/1.0")')).toMatchObject({ ok: false, error: { code: 'not-local' } })
    expect(evaluateExpression('uuid()', {}, { nowMs: now })).toMatchObject({ ok: false, error: { code: 'not-local' } })
  })

  it('names each function once and describes every function and parameter', () => {
    expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length)
    for (const entry of functions) {
      expect(entry.description, entry.name).toMatch(/^[A-Z].*\.$/s)
      for (const parameter of entry.parameters) expect(parameter.description, entry.name).not.toBe('')
    }
  })

  it('knows the functions whose printed examples cannot be used', () => {
    const known = new Set(functions.map(({ name }) => name))
    expect(Object.keys(unusableExamples).filter((name) => !known.has(name))).toEqual([])
  })

  it.runIf(process.env.DATAPREP_FUNCTIONS_JSON)('covers every name of the reference list', () => {
    const list = z.array(z.object({ name: z.string(), group: z.string() }))
      .parse(JSON.parse(readFileSync(process.env.DATAPREP_FUNCTIONS_JSON ?? '', 'utf8')))
    const known = new Set([...functions.map(({ name }) => name), ...operators.map(({ symbol }) => symbol)])
    expect(list.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
  })
})
