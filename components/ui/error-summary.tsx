'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type MouseEvent } from 'react'

export type SummaryProblem = {
  message: string
  /** Id of the field on this page; the link moves the focus there. */
  fieldId?: string
  /** Or where else it is mended. */
  href?: string
}

export type ErrorSummaryProps = {
  problems: readonly SummaryProblem[]
  title?: string
  /** Grows with each refused attempt; the summary then takes the focus. */
  attempt?: number
}

/** Everything that keeps a form from going on, as links that lead there. */
export function ErrorSummary({ problems, title, attempt = 0 }: ErrorSummaryProps) {
  const t = useTranslations('common')
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null

  function follow(event: MouseEvent, fieldId: string) {
    const field = document.getElementById(fieldId)
    if (!field) return
    event.preventDefault()
    const target = field.matches('input, textarea, button, select, a, [tabindex]')
      ? field
      : field.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button, select, [tabindex="0"]')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }

  return (
    <section ref={box} tabIndex={-1} aria-labelledby="error-summary" className="rounded-md border border-bad bg-bad-soft px-4 py-3">
      <h2 id="error-summary" className="flex items-center gap-2 text-14 font-semibold text-ink">
        <CircleAlert aria-hidden className="text-bad" />
        {title ?? t('errorSummary', { count: problems.length })}
      </h2>
      <ul className="mt-1.5 ml-6 flex list-disc flex-col gap-0.5 pl-4 text-14">
        {problems.map((problem) => (
          <li key={`${problem.fieldId ?? problem.href ?? ''} ${problem.message}`}>
            {problem.fieldId !== undefined ? (
              <a
                href={`#${problem.fieldId}`}
                className="prose-link inline-block min-h-6 text-bad hover:text-bad-strong"
                onClick={(event) => follow(event, problem.fieldId ?? '')}
              >
                {problem.message}
              </a>
            ) : problem.href !== undefined ? (
              <a href={problem.href} className="prose-link inline-block min-h-6 text-bad hover:text-bad-strong">
                {problem.message}
              </a>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
