'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useDeferredValue, useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { listCompletions } from '@/lib/mapping/complete-expression'
import { checkExpressionText } from '@/lib/mapping/expression-row'
import { expressionErrorSentence } from '@/lib/mapping/problem-sentence'
import { useMapperState } from '../mapper-context'
import { ExpressionResults } from './expression-results'
import { CallHint } from './call-hint'
import type { CodeEditorHandle } from './code-editor'
import { FunctionList } from './function-list'

// The editor is as large as the rest of the studio and is only needed here.
const ExpressionText = lazy(() => import('./expression-text').then((module) => ({ default: module.ExpressionText })))

type ExpressionFormProps = { targetPath: string; value: string; onWrite: (expression: string) => void }

/** A calculated field in Adobe's Data Prep language: errors as one types, results on the sample rows beside it. */
export function ExpressionForm({ targetPath, value: first, onWrite }: ExpressionFormProps) {
  const t = useTranslations('mapper')
  const id = useId()
  const editor = useRef<CodeEditorHandle>(null)
  const [text, setText] = useState(first)
  const [cursor, setCursor] = useState(first.length)
  const [isTried, setTried] = useState(false)
  const sources = useMapperState((state) => state.sourceIndex)
  const typed = useDeferredValue(text)
  const errors = useMemo(() => checkExpressionText(typed, sources), [typed, sources])
  const completions = useMemo(() => listCompletions(sources.values()), [sources])
  // A name one is still writing is not wrong yet.
  const shown = useMemo(() => errors.filter(({ code, end }) => isTried || code !== 'unknown-field' || end !== cursor), [errors, cursor, isTried])
  const diagnostics = useMemo(() => shown.map((error) => ({
    from: error.start, to: error.end, severity: error.severity, message: expressionErrorSentence(t, error),
  })), [shown, t])
  const failing = errors.find((error) => error.severity === 'error')
  const isEmpty = typed.trim() === ''

  function write(): void {
    setTried(true)
    if (text.trim() !== '' && !checkExpressionText(text, sources).some(({ severity }) => severity === 'error')) onWrite(text.trim())
    else editor.current?.focus()
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    write()
  }

  return (
    <form onSubmit={submit} className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="text-13 font-medium">{t('expression.label')}</p>
        <Suspense fallback={<Skeleton className="h-24" />}>
          <ExpressionText
            ref={editor} value={text} onChange={setText} onCursor={setCursor} onSubmit={write}
            completions={completions} diagnostics={diagnostics} describedBy={id}
          />
        </Suspense>
        <div id={id} aria-live="polite" className="flex min-h-5 flex-col gap-1 text-13">
          {isEmpty ? isTried && <Finding severity="error">{t('expression.empty')}</Finding> : diagnostics.slice(0, 3).map(({ severity, message }) => (
            <Finding key={message} severity={severity}>{message}</Finding>
          ))}
          {!isEmpty && errors.length === 0 && (
            <span className="flex items-center gap-1.5 text-ink-quiet"><CircleCheck aria-hidden className="size-3.5 text-good" />{t('expression.noErrors')}</span>
          )}
        </div>
        <CallHint text={text} cursor={cursor} />
        <FunctionList onInsert={(insert, back) => editor.current?.insert(insert, back)} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {!isEmpty && !failing
          ? <ExpressionResults expression={typed.trim()} targetPath={targetPath} />
          : <p className="rounded-md border border-dashed border-line-strong p-4 text-13 text-ink-quiet">{t('expression.noResult')}</p>}
        {(first === '' || text !== first) && <div><Button type="submit" variant="primary">{t('expression.write')}</Button></div>}
      </div>
    </form>
  )
}

function Finding({ severity, children }: { severity: 'error' | 'warning'; children: string }) {
  return (
    <span className={severity === 'error' ? 'flex gap-1.5 text-bad' : 'flex gap-1.5 text-warn'}>
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  )
}
