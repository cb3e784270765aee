'use client'

import { SearchCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { StreamGraph } from '@/components/create/stream-graph'
import { isMoving, useProvisioning } from '@/components/create/use-provisioning'
import { useRead } from '@/components/query/use-read'
import { AdobeLink } from '@/components/ui/adobe-link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { IdText } from '@/components/ui/id-text'
import { announce } from '@/components/ui/live-region'
import { Section } from '@/components/ui/section'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import { DataTable, type DataColumn } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import type { ResourceCheck, ResourceListView, ResourceView } from '@/lib/monitoring/resource-views'
import { paths } from '@/lib/paths'

const movingMs = 1_000
const restingMs = 15_000

type Checked = { checks: ResourceCheck[]; checkedAt: string }

export type ResourceListProps = {
  flowId: string
  first: ResourceListView
  check: (raw: { flowId: string }) => Promise<ActionAnswer<Checked>>
}

/** The ledger of a flow: what was made or reused in Adobe, by whom and when, and how it compares with Adobe now. */
export function ResourceList({ flowId, first, check }: ResourceListProps) {
  const t = useTranslations('resources')
  const { data: provisioning } = useProvisioning(flowId)
  const moves = provisioning !== undefined && isMoving(provisioning)
  const { data = first, refetch } = useRead<ResourceListView>(['resources', flowId], `/api/flows/${flowId}/resources`, {
    pollMs: moves ? movingMs : restingMs,
    initialData: first,
  })
  // The last look at what moved came before its end.
  useEffect(() => {
    if (!moves) void refetch()
  }, [moves, refetch])
  const [checked, setChecked] = useState<Checked>()
  const [error, setError] = useState<ExplainedError>()
  const [isPending, setPending] = useState(false)

  async function compare() {
    setPending(true)
    const answer = await check({ flowId }).finally(() => setPending(false))
    setError(answer.ok ? undefined : answer.error)
    if (!answer.ok) return
    setChecked(answer.data)
    const differing = answer.data.checks.filter(({ outcome }) => outcome !== 'same').length
    announce(t('check.said', { count: answer.data.checks.length, differing }))
  }

  const checks = new Map(checked?.checks.map((one) => [one.id, one]))
  return (
    <div className="mt-5 flex flex-col gap-6">
      {provisioning && (
        <Section title={t('graph.title')} lead={t('graph.lead')}>
          <StreamGraph label={t('graph.label')} steps={provisioning.steps} />
        </Section>
      )}
      <Section
        title={t('title')}
        lead={t('lead')}
        className="mt-0"
        actions={
          data.rows.length > 0 && (
            <Button icon={<SearchCheck aria-hidden />} isPending={isPending} onPress={compare}>
              {t('check.action')}
            </Button>
          )
        }
      >
        {error && <ErrorPanel error={error} className="mb-3" />}
        {checked && (
          <p className="mb-2 text-13 text-ink-quiet">{t.rich('check.at', { time: () => <TimeText value={checked.checkedAt} /> })}</p>
        )}
        <ResourceTable flowId={flowId} rows={data.rows} checks={checks} />
      </Section>
    </div>
  )
}

type TableProps = { flowId: string; rows: readonly ResourceView[]; checks: ReadonlyMap<string, ResourceCheck> }

function ResourceTable({ flowId, rows, checks }: TableProps) {
  const t = useTranslations('resources')
  const c = useTranslations('create')
  const columns: DataColumn<ResourceView>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      className: 'min-w-52 py-1.5',
      cell: (row) => (
        <span className="flex flex-col">
          <span className="text-12 font-normal text-ink-quiet">{c(`kinds.${row.kind}`)}</span>
          <span className={row.isSuperseded || row.state === 'deleted' ? 'text-ink-quiet line-through' : ''}>{row.name}</span>
          {row.adobeUrl && <AdobeLink href={row.adobeUrl} />}
        </span>
      ),
    },
    { key: 'state', header: t('columns.state'), cell: (row) => <ResourceState row={row} /> },
    {
      key: 'id',
      header: t('columns.id'),
      cell: (row) => (row.adobeId ? <IdText value={row.adobeId} copyLabel={c('copyId', { kind: c(`kinds.${row.kind}`) })} keep={6} /> : '–'),
    },
    {
      key: 'etag',
      header: t('columns.etag'),
      hideBelow: 'lg',
      cell: (row) => (row.etag ? <IdText value={row.etag} copyLabel={t('copyEtag')} /> : <Version row={row} />),
    },
    {
      key: 'when',
      header: t('columns.when'),
      hideBelow: 'md',
      cell: (row) => (
        <span className="flex flex-col whitespace-nowrap">
          <span className="flex items-center gap-x-3">
            {row.createdAt && <TimeText value={row.createdAt} />}
            {row.callId && (
              <Link href={`${paths.flowCalls(flowId)}?call=${row.callId}`} className="prose-link inline-flex min-h-6 items-center text-12">
                {t('call')}
              </Link>
            )}
          </span>
          {row.origin === 'created' && row.createdBy && <span className="text-12 text-ink-quiet">{t('by', { name: row.createdBy })}</span>}
        </span>
      ),
    },
    ...(checks.size > 0 ? [{ key: 'check', header: t('columns.check'), cell: (row: ResourceView) => <CheckResult check={checks.get(row.id)} /> }] : []),
  ]
  return <DataTable label={t('title')} rows={rows} rowKey={({ id }) => id} columns={columns} empty={<EmptyState title={t('empty.title')} body={t('empty.body')} />} />
}

const tones: Record<string, Tone> = { created: 'good', reused: 'info', intended: 'quiet', failed: 'bad', deleting: 'info', deleted: 'quiet', undeletable: 'bad', kept: 'info' }

function ResourceState({ row }: { row: ResourceView }) {
  const t = useTranslations('resources')
  return (
    <span className="flex flex-col">
      <StateBadge tone={tones[row.state] ?? 'quiet'}>{t.has(`states.${row.state}`) ? t(`states.${row.state}`) : row.state}</StateBadge>
      {row.isShared && <span className="pl-5.5 text-12 text-ink-quiet">{t('shared')}</span>}
      {row.isSuperseded && <span className="pl-5.5 text-12 text-ink-quiet">{t('superseded')}</span>}
    </span>
  )
}

function Version({ row }: { row: ResourceView }) {
  const t = useTranslations('resources')
  return <span className="text-ink-quiet">{row.detail.version === undefined ? '–' : t('version', { version: row.detail.version })}</span>
}

const checkTones = { same: 'good', changed: 'warn', gone: 'bad', 'not-checked': 'quiet' } as const

function CheckResult({ check }: { check: ResourceCheck | undefined }) {
  const t = useTranslations('resources.check')
  const e = useTranslations('errors')
  if (!check) return <span className="text-ink-quiet">–</span>
  return (
    <span className="flex flex-col">
      <StateBadge tone={checkTones[check.outcome]}>{t(check.outcome)}</StateBadge>
      {check.name !== undefined && <span className="pl-5.5 text-12 text-ink-quiet">{t('renamed', { name: check.name })}</span>}
      {check.etag !== undefined && <span className="pl-5.5 text-12 text-ink-quiet">{t('otherEtag')}</span>}
      {check.error && e.has(`${check.error.code}.title`) && (
        <span className="pl-5.5 text-12 text-ink-quiet">{e(`${check.error.code}.title`, check.error.values ?? {})}</span>
      )}
    </span>
  )
}
