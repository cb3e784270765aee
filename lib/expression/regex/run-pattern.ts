import { ExpressionFailure } from '../expression-error'
import type { Instruction, Program } from './compile-pattern'

/** How many steps are left for all regular expressions of one evaluation. */
export type StepBudget = { stepsLeft: number }

/** Where a match and its groups begin and end; -1 for a group that took no part. */
export type Slots = Int32Array

type Choice = { at: number; pc: number } | { slot: number; before: number }

/**
 * Runs a compiled pattern at one position, with backtracking on a list instead of the call stack. Every step is
 * paid from the budget, so a catastrophic pattern ends with `regex-too-costly` after the same number of steps on
 * every machine.
 */
export function runPattern(program: Program, text: string, start: number, budget: StepBudget): Slots | null {
  const slots = new Int32Array(program.slots).fill(-1)
  const end = run(program.code, text, start, slots, budget, null)
  if (end === null) return null
  slots[0] = start
  slots[1] = end
  return slots
}

/** Returns the end of the match; `wantedEnd` refuses every other end, which looking behind needs. */
function run(
  code: Instruction[], text: string, start: number, slots: Slots, budget: StepBudget, wantedEnd: number | null,
): number | null {
  const choices: Choice[] = []
  let at = start
  let pc = 0
  while (true) {
    if (--budget.stepsLeft < 0) throw tooCostly()
    const instruction = code[pc]
    if (instruction === undefined) return null
    let failed = false
    switch (instruction.op) {
      case 'char': {
        const char = charAt(text, at)
        if (char !== '' && instruction.test(char)) {
          at += char.length
          pc++
        } else failed = true
        break
      }
      case 'split':
        choices.push({ at, pc: instruction.second })
        pc = instruction.first
        break
      case 'jump':
        pc = instruction.to
        break
      case 'save':
        choices.push({ slot: instruction.slot, before: slots[instruction.slot] ?? -1 })
        slots[instruction.slot] = at
        pc++
        break
      case 'assert':
        if (instruction.test(text, at)) pc++
        else failed = true
        break
      case 'progress':
        // A round that took nothing ends the loop: the jump back is skipped.
        pc += slots[instruction.slot] === at ? 2 : 1
        break
      case 'reference': {
        const length = referenceLength(instruction, text, at, slots)
        budget.stepsLeft -= Math.max(0, length)
        if (length < 0) failed = true
        else {
          at += length
          pc++
        }
        break
      }
      case 'look':
        if (looksRight(instruction, text, at, slots, budget, choices)) pc++
        else failed = true
        break
      case 'atomic': {
        const before = slots.slice()
        const end = run(instruction.program, text, at, slots, budget, null)
        if (end === null) failed = true
        else {
          rememberChanges(before, slots, choices, budget)
          at = end
          pc++
        }
        break
      }
      case 'match':
        if (wantedEnd === null || at === wantedEnd) return at
        failed = true
    }
    if (!failed) continue
    const back = undoToChoice(choices, slots)
    if (back === null) return null
    at = back.at
    pc = back.pc
  }
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function undoToChoice(choices: Choice[], slots: Slots): { at: number; pc: number } | null {
  for (let choice = choices.pop(); choice !== undefined; choice = choices.pop()) {
    if ('pc' in choice) return choice
    slots[choice.slot] = choice.before
  }
  return null
}

function referenceLength(
  { index, ignoreCase }: { index: number; ignoreCase: boolean }, text: string, at: number, slots: Slots,
): number {
  const from = slots[index * 2] ?? -1
  const to = slots[index * 2 + 1] ?? -1
  if (from < 0 || to < from) return -1
  const wanted = text.slice(from, to)
  const found = text.slice(at, at + wanted.length)
  const same = ignoreCase ? wanted.toLowerCase() === found.toLowerCase() : wanted === found
  return same ? wanted.length : -1
}

function looksRight(
  look: { program: Instruction[]; behind: boolean; negative: boolean }, text: string, at: number, slots: Slots,
  budget: StepBudget, choices: Choice[],
): boolean {
  const before = slots.slice()
  let found = false
  for (let from = at; from >= 0 && !found; from--) {
    found = run(look.program, text, look.behind ? from : at, slots, budget, look.behind ? at : null) !== null
    if (!look.behind) break
  }
  if (found && !look.negative) rememberChanges(before, slots, choices, budget)
  else slots.set(before)
  return found !== look.negative
}

/** Lets a later step back undo what a finished inner run saved. */
function rememberChanges(before: Slots, slots: Slots, choices: Choice[], budget: StepBudget): void {
  budget.stepsLeft -= slots.length
  before.forEach((value, slot) => {
    if (slots[slot] !== value) choices.push({ slot, before: value })
  })
}

function tooCostly(): ExpressionFailure {
  return new ExpressionFailure(
    'regex-too-costly', 'The regular expression tries too many ways to match; make it more exact.',
  )
}
