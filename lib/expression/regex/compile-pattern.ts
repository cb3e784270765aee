import { ExpressionFailure } from '../expression-error'
import { limits } from '../limits'
import type { CharTest, ParsedPattern, PatternNode } from './pattern-node'

/** One step of the backtracking machine. Jumps are positions in the same program. */
export type Instruction =
  | { op: 'char'; test: CharTest }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'assert'; test: (text: string, at: number) => boolean }
  | { op: 'reference'; index: number; ignoreCase: boolean }
  /** Leaves a loop whose last round consumed nothing; `slot` holds where the round began. */
  | { op: 'progress'; slot: number }
  | { op: 'look'; program: Instruction[]; behind: boolean; negative: boolean }
  | { op: 'atomic'; program: Instruction[] }
  | { op: 'match' }

export type Program = { code: Instruction[]; slots: number; groupCount: number }

/** Turns a pattern into machine steps; `{n,m}` is written out, which bounds how large it may be. */
export function compilePattern(pattern: ParsedPattern): Program {
  const compiler = new Compiler(pattern.groupCount)
  const code = compiler.compile(pattern.root)
  return { code, slots: compiler.slots, groupCount: pattern.groupCount }
}

class Compiler {
  slots: number
  private size = 0
  private readonly groupCount: number

  constructor(groupCount: number) {
    this.groupCount = groupCount
    this.slots = (groupCount + 1) * 2
  }

  compile(node: PatternNode): Instruction[] {
    const code: Instruction[] = []
    this.emit(code, node)
    this.push(code, { op: 'match' })
    return code
  }

  private push(code: Instruction[], instruction: Instruction): void {
    if (++this.size > limits.regexProgram) {
      throw new ExpressionFailure('regex-too-large', 'The regular expression repeats too much to be run here.')
    }
    code.push(instruction)
  }

  private emit(code: Instruction[], node: PatternNode): void {
    switch (node.kind) {
      case 'empty': return
      case 'char': return this.push(code, { op: 'char', test: node.test })
      case 'assertion': return this.push(code, { op: 'assert', test: node.test })
      case 'backreference':
        // A group that does not exist has never matched, so a reference to it never does either.
        if (node.index > this.groupCount) return this.push(code, { op: 'assert', test: () => false })
        return this.push(code, { op: 'reference', index: node.index, ignoreCase: node.ignoreCase })
      case 'sequence': return node.items.forEach((item) => this.emit(code, item))
      case 'choice': return this.emitChoice(code, node.options)
      case 'group':
        this.push(code, { op: 'save', slot: node.index * 2 })
        this.emit(code, node.body)
        return this.push(code, { op: 'save', slot: node.index * 2 + 1 })
      case 'look':
        return this.push(code, {
          op: 'look', program: this.compile(node.body), behind: node.behind, negative: node.negative,
        })
      case 'atomic': return this.push(code, { op: 'atomic', program: this.compile(node.body) })
      case 'repeat':
        if (node.mode !== 'possessive') {
          return this.emitRepeat(code, node.body, node.least, node.most, node.mode === 'lazy')
        }
        return this.push(code, { op: 'atomic', program: this.compile({ ...node, mode: 'greedy' }) })
    }
  }

  private emitChoice(code: Instruction[], options: PatternNode[]): void {
    const jumps: { op: 'jump'; to: number }[] = []
    options.forEach((option, index) => {
      if (index === options.length - 1) return this.emit(code, option)
      const split = { op: 'split' as const, first: code.length + 1, second: 0 }
      this.push(code, split)
      this.emit(code, option)
      const jump = { op: 'jump' as const, to: 0 }
      this.push(code, jump)
      jumps.push(jump)
      split.second = code.length
    })
    for (const jump of jumps) jump.to = code.length
  }

  private emitRepeat(code: Instruction[], body: PatternNode, least: number, most: number, lazy: boolean): void {
    // An empty body emits nothing, so the bound on the program's size would not end this loop.
    if (isEmpty(body)) return
    for (let round = 0; round < least; round++) this.emit(code, body)
    if (most === Infinity) return this.emitLoop(code, body, lazy)
    const splits: { op: 'split'; first: number; second: number }[] = []
    for (let round = least; round < most; round++) {
      const split = { op: 'split' as const, first: code.length + 1, second: code.length + 1 }
      this.push(code, split)
      splits.push(split)
      this.emit(code, body)
    }
    for (const split of splits) split[lazy ? 'first' : 'second'] = code.length
  }

  private emitLoop(code: Instruction[], body: PatternNode, lazy: boolean): void {
    const split = { op: 'split' as const, first: code.length + 1, second: code.length + 1 }
    const start = code.length
    this.push(code, split)
    if (body.kind === 'char') this.emit(code, body)
    else {
      const slot = this.slots++
      this.push(code, { op: 'save', slot })
      this.emit(code, body)
      this.push(code, { op: 'progress', slot })
    }
    this.push(code, { op: 'jump', to: start })
    split[lazy ? 'first' : 'second'] = code.length
  }
}

function isEmpty(node: PatternNode): boolean {
  return node.kind === 'empty' || (node.kind === 'sequence' && node.items.every(isEmpty))
}
