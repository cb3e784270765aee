import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { cx } from '@/components/ui/cx'
import { Facts } from '@/components/ui/facts'
import { IdText } from '@/components/ui/id-text'
import { TimeText } from '@/components/ui/time-text'
import type { CallView } from '@/lib/monitoring/call-views'
import { isStepKey } from '@/lib/provisioning/step-keys'

/** One call on one line; unfolded, all that is known of it. */
export function CallEntry({ call, isOpen }: { call: CallView; isOpen: boolean }) {
  const t = useTranslations('resources.calls')
  const c = useTranslations('create')
  const isGood = call.status !== undefined && call.status < 400
  const step = call.stepKey !== undefined && isStepKey(call.stepKey) ? c(`kinds.${call.stepKey}`) : call.stepKey
  return (
    <li>
      <details open={isOpen} className="group">
        <summary className="flex min-h-9 list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 text-13 hover:bg-surface-2 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="text-ink-quiet group-open:rotate-90" />
          <span className={cx('w-16 font-mono text-12 font-medium', isGood ? 'text-good' : 'text-bad')}>
            {call.status ?? t('noAnswer')}
          </span>
          <span className="w-14 font-mono text-12 font-medium">{call.method}</span>
          <code className="min-w-0 flex-1 basis-64 truncate text-12" title={call.path}>
            {call.path}
          </code>
          {step && <span className="text-12 text-ink-quiet">{step}</span>}
          {call.attempt > 1 && <span className="text-12 text-warn">{t('attempt', { attempt: call.attempt })}</span>}
          <data value={call.durationMs} className="w-20 text-right text-12 text-ink-quiet">
            {t('ms', { ms: call.durationMs })}
          </data>
          <TimeText value={call.startedAt} exact className="text-12 text-ink-quiet" />
        </summary>
        <div className="flex flex-col gap-3 border-t border-line bg-surface-0 px-4 py-3">
          <Facts
            facts={[
              { label: t('path'), value: <code className="text-12 break-all">{call.path}</code> },
              ...(call.requestId ? [{ label: t('requestId'), value: <IdText value={call.requestId} copyLabel={t('copyRequestId')} isWhole /> }] : []),
              ...(call.error ? [{ label: t('error'), value: [call.error.code, call.error.message].filter(Boolean).join(' · ') }] : []),
            ]}
          />
          <Body label={t('request')} body={call.requestBody} />
          <Body label={t('response')} body={call.responseBody} />
        </div>
      </details>
    </li>
  )
}

function Body({ label, body }: { label: string; body: unknown }) {
  if (body === undefined) return null
  return (
    <div>
      <p className="mb-1 text-12 font-medium text-ink-quiet">{label}</p>
      <CodeBlock label={label} code={typeof body === 'string' ? body : JSON.stringify(body, null, 2)} language="JSON" />
    </div>
  )
}
