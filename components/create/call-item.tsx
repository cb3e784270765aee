'use client'

import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { ScrollBox } from '@/components/ui/scroll-box'
import type { ReactNode } from 'react'
import { toCurl } from '@/lib/flows/to-curl'
import type { CallPreview } from '@/lib/provisioning/call-preview'
import type { PlanStep } from '@/lib/provisioning/plan'
import { JsonView, Marked } from './json-view'

type CallItemProps = { call: CallPreview; step: PlanStep; number: number; marks: readonly string[] }

/** The element a call is shown in, for links from the graph. */
export const callId = (stepKey: string) => `call-${stepKey}`

const summaryStyle =
  'grid min-h-10 list-none grid-cols-[1rem_1.25rem_minmax(0,1fr)] items-start gap-x-1.5 px-2 py-2 hover:bg-surface-2 ' +
  'focus-visible:-outline-offset-2 lg:grid-cols-[1rem_1.25rem_minmax(0,2fr)_minmax(0,1fr)] [&::-webkit-details-marker]:hidden'

/** One call: method, path and what it makes at a glance; headers and body unfolded on a press. */
export function CallItem({ call, step, number, marks }: CallItemProps) {
  const t = useTranslations('create')
  const format = useFormatter()
  const { method, url, headers, body } = call.preview
  const { origin } = new URL(url)
  const kind = t(`kinds.${step.kind}`)
  return (
    <details id={callId(call.stepKey)} className="scroll-mt-4 border-t border-line first:border-t-0 open:bg-surface-1">
      <summary className={summaryStyle}>
        <ChevronRight aria-hidden className="mt-0.5 text-ink-quiet transition-transform [details[open]>summary>&]:rotate-90" />
        <span className="text-right font-mono text-12 leading-5 text-ink-quiet">{number}</span>
        <span className="min-w-0 font-mono text-12 leading-5 break-all text-ink-quiet max-lg:order-last max-lg:col-start-3">
          <span className="inline-block w-10 font-medium text-ink">{method}</span>
          <Marked text={url.slice(origin.length)} marks={marks} />
        </span>
        <span className="min-w-0 truncate text-13 lg:text-right">
          <span className="font-medium">{kind}</span>
          {step.mode === 'create' && <span className="text-ink-quiet"> · {step.name}</span>}
        </span>
      </summary>
      <div className="flex flex-col gap-3 px-2 pt-1 pb-3 sm:pl-12">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-13 text-ink-quiet">
            {step.needs.length > 0 ? t('calls.waitsFor', { kinds: format.list(step.needs.map((need) => t(`kinds.${need}`))) }) : t('calls.waitsForNothing')}
          </p>
          <CopyButton hasText value={() => toCurl(call.preview)} label={t('calls.copyCurl')} />
        </div>
        <Part title={t('calls.headers')} of={kind}>
          <pre className="w-fit font-mono text-12 leading-5 text-ink-quiet">
            <span className="text-ink">{method}</span> <Marked text={url} marks={marks} />
            {Object.entries(headers).map(([name, value]) => (
              <span key={name} className="block">
                <span className="text-ink">{name}</span>: {value}
              </span>
            ))}
          </pre>
        </Part>
        {body !== undefined && (
          <Part title={t('calls.body')} of={kind}>
            <JsonView value={body} marks={marks} />
          </Part>
        )}
      </div>
    </details>
  )
}

function Part({ title, of, children }: { title: string; of: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-12 font-medium text-ink-quiet">{title}</p>
      <ScrollBox label={`${of}: ${title}`} className="max-h-112 rounded-md border border-line bg-surface-0 p-2">
        {children}
      </ScrollBox>
    </div>
  )
}
