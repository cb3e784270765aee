'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { fetchRead } from '@/components/query/fetch-read'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SelectField } from '@/components/ui/select-field'
import type { CallListView } from '@/lib/monitoring/call-views'
import { paths } from '@/lib/paths'
import { resourceKinds } from '@/lib/provisioning/step-keys'
import { CallEntry } from './call-entry'
import { saveFile } from '@/components/ui/save-file'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The journal: every call that was made to Adobe for a flow, to be filtered, read and taken along. */
export function CallList({ flowId, first, firstQuery }: { flowId: string; first: CallListView; firstQuery: string }) {
  const t = useTranslations('resources.calls')
  const c = useTranslations('create')
  const search = useSearchParams()
  const query = search.toString()
  const { data = first, error } = useRead<CallListView>(['calls', flowId, query], `/api/flows/${flowId}/calls?${query}`, {
    pollMs: 10_000,
    placeholderData: keepPreviousData,
    ...(query === firstQuery ? { initialData: first } : {}),
  })

  function ask(change: Record<string, string | undefined>, isNewPlace = false) {
    const next = new URLSearchParams(query)
    for (const key of ['after', 'call']) next.delete(key)
    for (const [key, value] of Object.entries(change)) if (value) next.set(key, value)
    else next.delete(key)
    const address = next.size > 0 ? `${paths.flowCalls(flowId)}?${next}` : paths.flowCalls(flowId)
    window.history[isNewPlace ? 'pushState' : 'replaceState'](null, '', address)
  }

  async function download() {
    const har = await fetchRead<unknown>(`/api/flows/${flowId}/har?${query}`)
    saveFile(`tributary-${flowId}.har`, JSON.stringify(har, null, 2), 'application/json')
  }

  const isAsking = ['step', 'method', 'outcome', 'call'].some((key) => search.has(key))
  const all = { value: '', label: t('any') }
  return (
    <div className="mt-5 flex flex-col gap-4">
      <p className="measure text-13 text-ink-quiet">{t('lead')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('filter.step')}
          options={[all, ...resourceKinds.map((kind) => ({ value: kind, label: c(`kinds.${kind}`) }))]}
          value={search.get('step') ?? ''}
          onChange={(step) => ask({ step })}
          className="w-full sm:w-48"
        />
        <SelectField
          label={t('filter.method')}
          options={[all, ...methods.map((method) => ({ value: method, label: method }))]}
          value={search.get('method') ?? ''}
          onChange={(method) => ask({ method })}
          className="w-full sm:w-32"
        />
        <SelectField
          label={t('filter.outcome')}
          options={[all, { value: 'good', label: t('good') }, { value: 'failed', label: t('failed') }]}
          value={search.get('outcome') ?? ''}
          onChange={(outcome) => ask({ outcome })}
          className="w-full sm:w-36"
        />
        <Button icon={<Download aria-hidden />} onPress={download} isDisabled={data.rows.length === 0}>
          {t('har')}
        </Button>
      </div>
      {error && <ErrorPanel error={error.explained} />}
      {data.rows.length === 0 ? (
        <EmptyState
          title={t(isAsking ? 'nothing.title' : 'empty.title')}
          body={t(isAsking ? 'nothing.body' : 'empty.body')}
          action={isAsking && <Button onPress={() => ask({ step: undefined, method: undefined, outcome: undefined })}>{t('nothing.reset')}</Button>}
        />
      ) : (
        <ul aria-label={t('label')} className="divide-y divide-line rounded-md border border-line bg-surface-1">
          {data.rows.map((call) => (
            <CallEntry key={call.id} call={call} isOpen={search.get('call') === call.id} />
          ))}
        </ul>
      )}
      {(data.next ?? search.get('after') ?? search.get('call')) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          <Button size="small" isDisabled={!search.has('after') && !search.has('call')} icon={<ChevronLeft aria-hidden />} onPress={() => ask({})}>
            {t('newest')}
          </Button>
          <Button size="small" isDisabled={!data.next} icon={<ChevronRight aria-hidden />} onPress={() => ask({ after: data.next }, true)}>
            {t('older')}
          </Button>
        </nav>
      )}
    </div>
  )
}
