'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/text-area-field'
import { checkExpressionText } from '@/lib/mapping/expression-row'
import { expressionErrorSentence } from '@/lib/mapping/problem-sentence'
import { useMapperState } from './mapper-context'
import { ValuePreviewList } from './value-preview-list'

type ExpressionFormProps = { targetPath: string; value: string; onWrite: (expression: string) => void }

/** A calculated field in Adobe's Data Prep language: errors as one types, results on the sample rows beside it. */
export function ExpressionForm({ targetPath, value: first, onWrite }: ExpressionFormProps) {
  const t = useTranslations('mapper')
  const [text, setText] = useState(first)
  const [isTried, setTried] = useState(false)
  const sources = useMapperState((state) => state.sourceIndex)
  const typed = useDeferredValue(text)
  const errors = useMemo(() => checkExpressionText(typed, sources), [typed, sources])
  const failing = errors.find((error) => error.severity === 'error')
  const shown = text.trim() === '' ? undefined : errors[0]

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (text.trim() !== '' && !failing) onWrite(text.trim())
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextAreaField
        label={t('expression.label')}
        description={t('expression.description')}
        value={text}
        onChange={setText}
        isMono
        rows={3}
        errorMessage={shown ? expressionErrorSentence(t, shown) : isTried && text.trim() === '' ? t('expression.empty') : undefined}
      />
      {typed.trim() !== '' && !failing && (
        <ValuePreviewList
          row={{ id: 'typed', sourceType: 'EXPRESSION', source: typed.trim(), destination: targetPath }}
          targetPath={targetPath}
        />
      )}
      {(first === '' || text !== first) && <div><Button type="submit" variant="primary">{t('expression.write')}</Button></div>}
    </form>
  )
}
