import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Facts } from '@/components/ui/facts'
import { IdText } from '@/components/ui/id-text'
import { TimeText } from '@/components/ui/time-text'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { scheduleInWords } from '@/lib/schedule/schedule-in-words'
import { findSource } from '@/lib/sources/catalogue'

/** What a flow is, for looking up. */
export function FlowFacts({ flow }: { flow: FlowOverview }) {
  const t = useTranslations('flows.facts')
  const s = useTranslations('schedule')
  const { key, values } = scheduleInWords(flow.schedule)
  const time = (value: string | undefined) => (value === undefined ? t('none') : <TimeText value={value} aheadMs={flow.freshness?.clockAheadMs} />)
  return (
    <Facts
      facts={[
        ...(flow.description ? [{ label: t('description'), value: flow.description }] : []),
        { label: t('source'), value: `${findSource(flow.sourceKey)?.name ?? flow.sourceKey} · ${flow.table}` },
        { label: t('target'), value: `${flow.datasetName} · ${flow.schemaTitle}` },
        { label: t('schedule'), value: s(key, values) },
        { label: t('nextRun'), value: time(flow.nextRunAt) },
        { label: t('lastRun'), value: time(flow.lastRunAt) },
        {
          label: t('workspace'),
          value: (
            <Link href={paths.workspace(flow.workspace.id)} className="prose-link">
              {flow.workspace.name}
            </Link>
          ),
        },
        { label: t('adobeId'), value: flow.adobeFlowId ? <IdText value={flow.adobeFlowId} copyLabel={t('copyId')} /> : t('none') },
        ...(flow.adobeState ? [{ label: t('adobeState'), value: <code className="text-12">{flow.adobeState}</code> }] : []),
        { label: t('created'), value: <TimeText value={flow.createdAt} /> },
        ...(flow.freshness?.succeededAt ? [{ label: t('looked'), value: <TimeText value={flow.freshness.succeededAt} /> }] : []),
      ]}
    />
  )
}
