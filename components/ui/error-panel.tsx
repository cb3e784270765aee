import { ChevronRight, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ExplainedError } from '@/lib/explained-error'
import { CopyButton } from './copy-button'
import { cx } from './cx'
import { Facts } from './facts'

export type ErrorPanelProps = {
  error: ExplainedError
  actions?: ReactNode
  /** Starts with Adobe's own words unfolded, where they are what the person came for. */
  startsOpen?: boolean
  className?: string
}

/** A failure as a person can act on it: what happened, what it means, what to do, and Adobe's own words folded. */
export function ErrorPanel({ error, actions, startsOpen = false, className }: ErrorPanelProps) {
  const t = useTranslations('errors')
  const c = useTranslations('common')
  const values = error.values ?? {}
  const say = (part: 'title' | 'meaning' | 'remedy') => {
    if (t.has(`${error.code}.title`)) return t.has(`${error.code}.${part}`) ? t(`${error.code}.${part}`, values) : undefined
    if (c.has(`errors.${error.code}.title`)) return c(`errors.${error.code}.${part}`, values)
    return c(`error.${part}`, { code: error.code })
  }
  const adobe = error.adobe
  const call = adobe?.method && adobe.path ? `${adobe.method} ${adobe.path}` : undefined
  const details: [string, string | number | undefined][] = [
    [c('error.adobeCode'), adobe?.code],
    [c('error.adobeMessage'), adobe?.message],
    [c('error.status'), adobe?.status],
    [c('error.call'), call],
    [c('error.requestId'), adobe?.requestId],
    [c('error.reference'), values.reference],
  ]
  const known = details.filter((detail): detail is [string, string | number] => detail[1] !== undefined && detail[1] !== '')
  return (
    <div role="alert" className={cx('rounded-md border border-bad bg-bad-soft px-4 py-3 text-14', className)}>
      <div className="flex gap-2.5">
        <CircleX aria-hidden className="mt-0.5 text-bad" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold text-ink">{say('title')}</p>
          <p className="measure mt-1 text-ink">{say('meaning')}</p>
          <p className="measure mt-1 text-ink">{say('remedy')}</p>
          {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
          {known.length > 0 && (
            <details open={startsOpen} className="group mt-3">
              <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-13 font-medium text-ink-quiet hover:text-ink [&::-webkit-details-marker]:hidden">
                <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
                {c('error.details')}
              </summary>
              <div className="mt-2 flex items-start gap-2">
                <Facts className="min-w-0 flex-1" facts={known.map(([label, value]) => ({ label, value: <code className="text-12 break-words">{value}</code> }))} />
                <CopyButton label={c('error.copyDetails')} value={known.map(([label, value]) => `${label}: ${value}`).join('\n')} />
              </div>
            </details>
          )}
        </div>
      </div>
    </div>
  )
}
