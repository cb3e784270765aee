import { EditorView } from '@codemirror/view'

/** CodeMirror's parts in the tokens of the app's theme, so that light and dark need no second set. */
export const editorLook = EditorView.theme({
  '&': { fontSize: 'var(--text-13)', backgroundColor: 'var(--color-surface-1)', color: 'var(--color-ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'var(--font-mono)', padding: '8px 0', minHeight: '5.5rem', caretColor: 'var(--color-ink)', lineHeight: '1.25rem' },
  '.cm-line': { padding: '0 10px' },
  '.cm-placeholder': { color: 'var(--color-ink-quiet)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--color-accent-soft)', outline: '1px solid var(--color-accent)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--color-bad-soft)', outline: '1px solid var(--color-bad)' },
  '.cm-lintRange': { backgroundImage: 'none', textDecorationLine: 'underline', textDecorationStyle: 'wavy', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--color-bad)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--color-warn)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--color-surface-1)', border: '1px solid var(--color-line)', borderRadius: 'var(--radius-md)',
    boxShadow: 'var(--shadow-float)', zIndex: '60',
  },
  '.cm-diagnostic': { fontFamily: 'var(--font-sans)', fontSize: 'var(--text-12)', padding: '4px 8px', borderLeft: 'none', maxWidth: '24rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-12)', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', display: 'flex', alignItems: 'baseline', gap: '12px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--color-accent-soft)', color: 'var(--color-ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600', color: 'var(--color-accent)' },
  '.cm-completionDetail': { marginLeft: 'auto', fontStyle: 'normal', fontFamily: 'var(--font-sans)', color: 'var(--color-ink-quiet)' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 10px', maxWidth: '20rem', fontSize: 'var(--text-12)' },
})
