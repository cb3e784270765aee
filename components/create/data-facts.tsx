'use client'

import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { FlowDefinition } from '@/lib/flows/flow-definition'

/** What is read and how its columns are described to Adobe, in a few lines. */
export function DataFacts({ definition }: { definition: FlowDefinition }) {
  const t = useTranslations('create.data')
  const { data, rawSchema, target } = definition
  const leftOut = data.leftOut?.length ?? 0
  return (
    <Facts
      facts={[
        { label: t(data.kind === 'rest' ? 'resource' : 'table'), value: <code className="text-12 break-all">{data.kind === 'rest' ? data.resourcePath : data.table}</code> },
        ...(data.kind === 'table' ? [{ label: t('columns'), value: t('columnCount', { count: data.columns.length, leftOut }) }] : []),
        { label: t('raw'), value: t(rawSchema.mode === 'adhoc' ? 'adhoc' : 'columnsOnly') },
        { label: t('profile'), value: t(target.forProfile ? 'intoProfile' : 'notIntoProfile') },
      ]}
    />
  )
}
