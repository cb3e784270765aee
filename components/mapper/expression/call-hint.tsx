'use client'

import { useTranslations } from 'next-intl'
import { findCallAt } from '@/lib/expression/call-at'
import { functions } from '@/lib/expression/expression'
import { cx } from '@/components/ui/cx'
import { functionSentence } from './function-words'

/** What the function at the cursor takes, the argument one is writing in front. */
export function CallHint({ text, cursor }: { text: string; cursor: number }) {
  const t = useTranslations('mapper')
  const f = useTranslations('functions')
  const call = findCallAt(text, cursor)
  const doc = call && functions.find(({ name, isMethod }) => name === call.name && isMethod === call.isMethod)
  if (!call || !doc) return <p className="min-h-10 text-12 text-ink-quiet">{t('expression.hint')}</p>
  const parameters = doc.isMethod ? doc.parameters.slice(1) : doc.parameters
  const current = parameters[Math.min(call.argument, parameters.length - 1)]
  return (
    <div className="min-h-10 text-12 text-ink-quiet">
      <p className="font-mono wrap-anywhere">
        <span className="text-ink">{doc.name}</span>(
        {parameters.map((parameter, at) => (
          <span key={parameter.name}>
            {at > 0 && ', '}
            <span className={cx(parameter === current && 'font-medium text-ink underline underline-offset-2')}>
              {parameter.required ? parameter.name : `[${parameter.name}]`}{parameter.repeats && ', …'}
            </span>
          </span>
        ))}
        )
      </p>
      <p className="mt-0.5">{functionSentence(f, doc)}</p>
    </div>
  )
}
