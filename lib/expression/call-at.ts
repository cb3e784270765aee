import { ExpressionFailure } from './expression-error'
import { tokenize } from './lexer'
import type { Token } from './token'

/** The call a position stands in: the function's name and the place of the argument, from 0. */
export type CallAt = { name: string; argument: number; isMethod: boolean }

/** The tokens of a text as far as they can be read; what cannot is left out, with where it begins. */
export function tokensBefore(text: string): { tokens: Token[]; brokenBy?: string; brokenAt?: number } {
  try {
    return { tokens: tokenize(text) }
  } catch (failure) {
    if (!(failure instanceof ExpressionFailure)) throw failure
    const at = failure.span?.start ?? 0
    if (at <= 0 || at >= text.length) return { tokens: [], brokenBy: failure.code, brokenAt: at }
    return { tokens: tokensBefore(text.slice(0, at)).tokens, brokenBy: failure.code, brokenAt: at }
  }
}

/** Which argument of which call the position is in, while one is still typing: nothing need be closed. Never throws. */
export function findCallAt(text: string, position: number): CallAt | undefined {
  const { tokens } = tokensBefore(text.slice(0, position))
  const open: (CallAt | undefined)[] = []
  tokens.forEach((token, at) => {
    if (token.type !== 'symbol') return
    if (token.symbol === '(') {
      const [before, beforeThat] = [tokens[at - 1], tokens[at - 2]]
      const isMethod = beforeThat?.type === 'symbol' && beforeThat.symbol === '.'
      open.push(before?.type === 'name' ? { name: before.name, argument: 0, isMethod } : undefined)
    } else if (token.symbol === '[' || token.symbol === '{') open.push(undefined)
    else if (token.symbol === ')' || token.symbol === ']' || token.symbol === '}') open.pop()
    else if (token.symbol === ',') {
      const call = open.at(-1)
      if (call) call.argument += 1
    }
  })
  return open.findLast((call) => call !== undefined)
}
