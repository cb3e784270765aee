'use client'

import type { Diagnostic } from '@codemirror/lint'
import { useTranslations } from 'next-intl'
import { useMemo, type Ref } from 'react'
import type { ExpressionCompletion } from '@/lib/mapping/complete-expression'
import { CodeEditor, type CodeEditorHandle } from './code-editor'
import { completeInEditor } from './complete-in-editor'

type ExpressionTextProps = {
  value: string
  onChange: (text: string) => void
  onCursor: (position: number) => void
  onSubmit: () => void
  completions: readonly ExpressionCompletion[]
  diagnostics: readonly Diagnostic[]
  describedBy: string
  ref?: Ref<CodeEditorHandle>
}

/** The editor with the words of this page's language. Loaded when a calculated field is first written. */
export function ExpressionText({ completions, ref, ...props }: ExpressionTextProps) {
  const t = useTranslations('mapper')
  const f = useTranslations('functions')
  const complete = useMemo(() => completeInEditor({ t, f }, completions), [t, f, completions])
  return (
    <CodeEditor
      {...props} {...(ref ? { ref } : {})} complete={complete} label={t('expression.label')} hint={t('expression.placeholder')}
      phrases={{ Completions: t('expression.completions'), Diagnostics: t('expression.problems') }}
    />
  )
}
