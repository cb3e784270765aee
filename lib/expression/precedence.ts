import type { BinaryOperator } from './node'

/** How tightly a binary operator binds (Commons JEXL grammar; Adobe documents no precedence). Higher is tighter. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 2, '&&': 3, '|': 4, '^': 5, '&': 6,
  '==': 7, '!=': 7, '..': 7,
  '<': 8, '>': 8, '<=': 8, '>=': 8, '=~': 8, '!~': 8, '=^': 8, '!^': 8, '=$': 8, '!$': 8,
  '+': 9, '-': 9, '*': 10, '/': 10, '%': 10,
}

/** Comparisons do not chain: `a < b < c` is refused. */
export const doesNotChain = (level: number): boolean => level === 7 || level === 8

export function asBinaryOperator(symbol: string): BinaryOperator | null {
  return Object.hasOwn(precedence, symbol) ? (symbol as BinaryOperator) : null
}
