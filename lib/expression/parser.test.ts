import { describe, expect, it } from 'vitest'
import { parseExpression } from './expression'

describe('what cannot be parsed is refused at its place', () => {
  it.each([
    ['', 'empty', 0, 0], ['upper("a"', 'unexpected-end', 8, 9], ['"abc', 'unclosed-text', 0, 4],
    ['a = 1', 'assignment', 2, 3],
    ['a; b', 'statement', 1, 2], ['1 < 2 < 3', 'chained-comparison', 6, 7], ['a == b != c', 'chained-comparison', 7, 9],
    ['${abc', 'unclosed-name', 0, 5], ['${}', 'empty-name', 0, 3], ['12ab', 'bad-number', 0, 3],
    ['09', 'bad-number', 0, 2],
    ['1.5L', 'bad-number', 0, 4], ['{1, 2}', 'set-literal', 1, 2], ['a b', 'unexpected-token', 2, 3],
    ['a.', 'missing-member', 2, 2],
    ['/* x', 'unclosed-comment', 0, 4], ['a @ b', 'unexpected-character', 2, 3], ['🙂', 'unexpected-character', 0, 2],
    ['2019-10-23T11:24:00', 'bad-number', 8, 11],
  ])('%s: %s', (source, code, start, end) => {
    expect(parseExpression(source)).toMatchObject({ ok: false, error: { code, start, end, severity: 'error' } })
  })

  it('keeps positions in UTF-16 units', () => {
    expect(parseExpression('"🙂" + name')).toMatchObject(
      { ok: true, ast: { right: { kind: 'name', start: 7, end: 11 } } },
    )
  })
})
