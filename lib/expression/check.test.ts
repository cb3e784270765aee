import { describe, expect, it } from 'vitest'
import { checkExpression, parseExpression, type CheckContext } from './expression'

function check(source: string, context: CheckContext = {}) {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return checkExpression(parsed.ast, context)
}
const codes = (source: string, context: CheckContext = {}) => check(source, context).map(({ code }) => code)

describe('checking an expression', () => {
  it('names an unknown function with the nearest known one, at the place of its name', () => {
    expect(check('1 + uper("a")')).toEqual([{
      severity: 'error', code: 'unknown-function', message: 'There is no function uper. Perhaps upper?', start: 4,
      end: 8, variant: 'near', values: { name: 'uper', nearest: 'upper' },
    }])
    expect(check('equals("a", "b")')[0]?.message).toContain('value.equals(')
  })

  it('counts arguments, pairs and methods too', () => {
    expect(codes('substr("a", 1)')).toEqual(['argument-count'])
    expect(codes('to_object("a", 1, "b")')).toEqual(['argument-count'])
    expect(codes('"a".equals("b", "c")')).toEqual(['argument-count'])
    expect(codes('concat("a", "b", "c", "d")')).toEqual([])
  })

  it('reports fields the source does not have, and only these', () => {
    const known = new Set(['a', 'order.items[0].name', 'Full\\.Name', 'flat.name'])
    const fields = (path: string) => known.has(path)
    expect(codes('a + order.items[0].name + ${Full\\.Name} + Full\\.Name + ${flat\\.name}', { fields })).toEqual([])
    expect(check('a + order.total', { fields })).toMatchObject([
      { code: 'unknown-field', message: 'The source has no field order.total.', start: 4, end: 15 },
    ])
    expect(codes('filterArray([1], x -> x > b)', { fields })).toEqual(['destinations-only', 'unknown-field'])
    expect(codes('object_to_map(a, name)', { fields })).toEqual([])
    expect(codes('items[b].x', { fields: (path) => path === 'items[*].x' })).toEqual(['unknown-field'])
  })

  it('refuses words of the language and names of functions as bare fields', () => {
    expect(codes('date')).toEqual(['reserved-name'])
    expect(codes('new.x')).toEqual(['reserved-name'])
    expect(codes('${date} + ${new}')).toEqual([])
    expect(codes('order.new')).toEqual(['reserved-member'])
  })

  it('holds Adobe’s bound of 4096 characters', () => {
    const source = `"${'x'.repeat(4095)}"`
    expect(codes(source)).toEqual(['too-long'])
    expect(codes(`"${'x'.repeat(4094)}"`)).toEqual([])
    expect(codes('a', { sourceLength: 12, maxLength: 10 })).toEqual(['too-long'])
  })

  it('warns where Adobe has a function only in some places', () => {
    expect(check('flattenArray([1])')).toMatchObject([{ severity: 'warning', code: 'destinations-only' }])
    expect(codes('aa_get_event_id("a", "b")')).toEqual(['web-sdk-only'])
    expect(codes('is_set("a")')).toEqual(['replaced'])
    expect(codes('fpid_to_ecid("a")')).toEqual(['local-limit'])
    expect(codes('"a".trim()')).toEqual(['unknown-method'])
    expect(codes('"${a}"')).toEqual(['variable-in-text'])
  })

  it('warns of an argument that can never fit', () => {
    expect(codes('size_of(upper([1]))')).toEqual(['argument-type'])
    expect(codes('get_keys(a)', { fields: () => 'text' })).toEqual(['argument-type'])
    expect(codes('upper(a)', { fields: () => 'number' })).toEqual([])
  })
})
