import { compilePattern, type Program } from './compile-pattern'
import { parsePattern } from './parse-pattern'
import { runPattern, type Slots, type StepBudget } from './run-pattern'

const compiled = new Map<string, Program>()

/**
 * A Java regular expression run by our own machine, for two reasons: JavaScript's syntax and meaning differ from
 * Java's (possessive repetition, `\h`, `[a&&b]`), and only here the work can be counted and bounded.
 */
export class JavaRegex {
  private readonly program: Program
  private readonly budget: StepBudget

  /** @throws ExpressionFailure `bad-regex`, `regex-too-large` */
  constructor(pattern: string, budget: StepBudget) {
    this.budget = budget
    budget.stepsLeft -= pattern.length
    let program = compiled.get(pattern)
    if (program === undefined) {
      program = compilePattern(parsePattern(pattern))
      if (compiled.size >= 200) compiled.clear()
      if (pattern.length < 500) compiled.set(pattern, program)
    }
    this.program = program
  }

  /** Whether the whole text matches (Java's `matches`). */
  matchesWhole(text: string): boolean {
    return runPattern(this.wholeProgram(), text, 0, this.budget) !== null
  }

  /** The first match at or after a position: whole match first, then each group, null for one that took no part. */
  find(text: string, from = 0): { start: number; end: number; groups: (string | null)[] } | null {
    for (let start = from; start <= text.length; start++) {
      const slots = runPattern(this.program, text, start, this.budget)
      if (slots !== null) return { start, end: slots[1] ?? start, groups: this.readGroups(text, slots) }
    }
    return null
  }

  /** Cuts a text at every match and keeps empty parts; a match of nothing cuts between two characters. */
  split(text: string): string[] {
    const parts: string[] = []
    let partStart = 0
    let from = 0
    while (from <= text.length) {
      const match = this.find(text, from)
      if (match === null) break
      if (match.end === match.start) {
        from = match.end + 1
        if (match.start === 0 || match.start === text.length) continue
      } else from = match.end
      parts.push(text.slice(partStart, match.start))
      partStart = match.end
    }
    parts.push(text.slice(partStart))
    return parts
  }

  private wholeProgram(): Program {
    const code = [...this.program.code]
    code[code.length - 1] = { op: 'assert', test: (text, at) => at === text.length }
    code.push({ op: 'match' })
    return { ...this.program, code }
  }

  private readGroups(text: string, slots: Slots): (string | null)[] {
    return Array.from({ length: this.program.groupCount + 1 }, (_, index) => {
      const from = slots[index * 2] ?? -1
      const to = slots[index * 2 + 1] ?? -1
      return from < 0 || to < from ? null : text.slice(from, to)
    })
  }
}
