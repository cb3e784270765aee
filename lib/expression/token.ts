import type { Span } from './node'

export type Token = Span &
  (
    | { type: 'number'; value: number | bigint; real: boolean }
    | { type: 'text'; value: string }
    | { type: 'name'; name: string }
    | { type: 'quoted'; segments: string[] }
    | { type: 'symbol'; symbol: string }
    | { type: 'end' }
  )

/** Word operators and the symbol each stands for. */
export const wordOperators: ReadonlyMap<string, string> = new Map([
  ['or', '||'], ['and', '&&'], ['not', '!'], ['eq', '=='], ['ne', '!='], ['lt', '<'], ['gt', '>'], ['le', '<='],
  ['ge', '>='], ['div', '/'], ['mod', '%'], ['empty', 'empty'], ['size', 'size'],
])
