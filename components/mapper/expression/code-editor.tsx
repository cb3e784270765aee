'use client'

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, startCompletion, type CompletionSource } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useLatest } from '../latest'
import { editorLook } from './editor-look'
import { expressionHighlighting } from './highlight-expression'

export type CodeEditorHandle = { insert: (text: string, cursorBack?: number) => void; focus: () => void }

export type CodeEditorProps = {
  value: string
  onChange: (text: string) => void
  onCursor: (position: number) => void
  onSubmit: () => void
  complete: readonly CompletionSource[]
  diagnostics: readonly Diagnostic[]
  label: string
  describedBy: string
  hint: string
  /** The editor's own words, by the English ones it uses. */
  phrases: Record<string, string>
  ref?: Ref<CodeEditorHandle>
}

/** The document's policy takes style elements with this mark only. */
const nonceOf = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Escape closes an open list of completions, not the dialog round it. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.defaultPrevented) event.stopPropagation()
}

/** The text of an expression: completion, matching brackets, marks where it is wrong. Tab leaves it, as it leaves every field. */
export function CodeEditor({ ref, value, diagnostics, ...given }: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useLatest(given)
  const [first] = useState({ value, ...given })

  useEffect(() => {
    if (!box.current) return
    const made = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: first.value,
        selection: { anchor: first.value.length },
        extensions: [
          EditorView.cspNonce.of(nonceOf()),
          EditorState.phrases.of(first.phrases),
          history(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: first.complete.map((_, at) => (context) => latest.get().complete[at]?.(context) ?? null), icons: false }),
          expressionHighlighting,
          editorLook,
          // The dialog round it makes everything outside itself unreachable, so tooltips stay inside.
          tooltips({ position: 'fixed' }),
          EditorView.lineWrapping,
          placeholder(first.hint),
          EditorView.contentAttributes.of({ 'aria-label': first.label, 'aria-describedby': first.describedBy, spellcheck: 'false', autocorrect: 'off' }),
          keymap.of([
            { key: 'Mod-Enter', run: () => { latest.get().onSubmit(); return true } },
            { key: 'Ctrl-.', run: startCompletion },
            ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.get().onChange(update.state.doc.toString())
            if (update.docChanged || update.selectionSet) latest.get().onCursor(update.state.selection.main.head)
          }),
        ],
      }),
    })
    view.current = made
    // Opened to be edited it takes the focus; found among tabs it waits, so that the arrow keys stay with them.
    if (first.value !== '') made.focus()
    made.dom.addEventListener('keydown', keepEscape)
    return () => made.destroy()
  }, [first, latest])

  useEffect(() => {
    const made = view.current
    if (!made) return
    const { length } = made.state.doc
    const inside = diagnostics
      .filter(({ from }) => from <= length)
      .map((one) => ({ ...one, to: Math.min(Math.max(one.to, one.from + 1), length), from: Math.min(one.from, Math.max(0, length - 1)) }))
    made.dispatch(setDiagnostics(made.state, inside))
  }, [diagnostics])

  useImperativeHandle(ref, () => ({
    insert: (text, cursorBack = 0) => {
      const made = view.current
      if (!made) return
      const { from, to } = made.state.selection.main
      made.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - cursorBack }, userEvent: 'input' })
      made.focus()
    },
    focus: () => view.current?.focus(),
  }), [])

  return (
    <div
      ref={box}
      className="rounded-md border border-line-strong bg-surface-1 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent hover:border-ink-quiet"
    />
  )
}
