import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { FunctionDoc } from '@/lib/expression/expression'
import { completeBehind } from '@/lib/mapping/complete-behind'
import { completionsAt, findCompletionPlace, type ExpressionCompletion } from '@/lib/mapping/complete-expression'
import { sourceTypeWord, type MapperWords } from '../field-words'
import { functionSentence, limitSentence, type FunctionWords } from './function-words'

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

type Words = { t: MapperWords; f: FunctionWords }

/** What a function does, beside the list of completions. */
function drawDoc({ t, f }: Words, doc: FunctionDoc): HTMLElement {
  const box = element('div', 'flex flex-col gap-1 font-sans text-ink', '')
  box.append(element('p', 'font-mono text-12 wrap-anywhere', doc.signature), element('p', 'text-12', functionSentence(f, doc)))
  const note = doc.availability === 'everywhere' ? limitSentence(f, doc) : t(`expression.availability.${doc.availability}`)
  if (note) box.append(element('p', 'text-12 text-warn', note))
  return box
}

/** Writes a text in place of what stands between two positions, the cursor before its last `back` characters. */
const write = (view: EditorView, from: number, to: number, text: string, back: number): void =>
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - back }, userEvent: 'input.complete' })

function toCompletion(words: Words, one: ExpressionCompletion): Completion {
  const { t } = words
  if (one.kind === 'field') {
    const [sample] = one.field.samples ?? []
    return { label: one.label, type: 'variable', detail: sample?.slice(0, 24) ?? sourceTypeWord(t, one.field.type), boost: 20 }
  }
  const shown: Completion = {
    label: one.label, type: 'function', detail: t(`expression.groups.${one.doc.group}`), info: () => drawDoc(words, one.doc),
    boost: one.doc.availability === 'everywhere' ? 0 : -50,
  }
  // Wrapped round the value that stands there, it begins where the value does.
  if (one.kind === 'wrap') return { ...shown, apply: (view, _completion, _from, to) => write(view, one.from, to, one.label, one.cursorBack) }
  return {
    ...shown,
    apply: (view, _completion, from, to) => {
      // A function that takes nothing needs no cursor between its brackets.
      const back = one.doc.parameters.length > (one.doc.isMethod ? 1 : 0) ? 1 : 0
      const hasBracket = view.state.sliceDoc(to, to + 1) === '('
      write(view, from, to, hasBracket ? one.label : `${one.label}()`, hasBracket ? 0 : back)
    },
  }
}

/** The sources of completions for the editor: fields first, then functions with their documentation; behind a value what it can do. */
export function completeInEditor(words: Words, all: readonly ExpressionCompletion[]): CompletionSource[] {
  return [
    ({ state, pos, explicit }) => {
      const place = findCompletionPlace(state.doc.toString(), pos)
      if (!place || (place.from === pos && !explicit && !place.onlyMethods)) return null
      return { from: place.from, options: completionsAt(all, place).map((one) => toCompletion(words, one)), validFor: /^[\w$.[\]\\{} ]*$/ }
    },
    ({ state, pos }) => {
      const behind = completeBehind(all, state.doc.toString(), pos)
      return behind ? { from: behind.from, options: behind.options.map((one) => toCompletion(words, one)), validFor: /^\w*$/ } : null
    },
  ]
}
