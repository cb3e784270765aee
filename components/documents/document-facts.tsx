'use client'

import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { findSource } from '@/lib/sources/catalogue'
import { scheduleInWords } from '@/lib/schedule/schedule-in-words'

type DocumentFactsProps = { definition: FlowDefinition; className?: string }

/** A document in a few lines, to see that it is the right one. */
export function DocumentFacts({ definition, className }: DocumentFactsProps) {
  const t = useTranslations('documents.facts')
  const s = useTranslations('schedule')
  const { name, description, source, data, target, mapping, schedule } = definition
  const { key, values } = scheduleInWords(schedule)
  return (
    <div className={className}>
      <Facts
        facts={[
          { label: t('name'), value: <strong className="font-semibold">{name}</strong> },
          ...(description ? [{ label: t('description'), value: description }] : []),
          { label: t('source'), value: t('sourceOf', { source: findSource(source.key)?.name ?? source.key, connection: source.connectionName }) },
          { label: t('data'), value: <code className="font-mono text-12 break-all">{data.kind === 'rest' ? data.resourcePath : data.table}</code> },
          { label: t('target'), value: t(`targetOf.${target.schema.mode}`, { schema: target.schema.title, dataset: target.dataset.name }) },
          { label: t('mapping'), value: t('rows', { count: mapping.rows.length }) },
          { label: t('schedule'), value: s(key, values) },
        ]}
      />
    </div>
  )
}
