'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Section } from '@/components/ui/section'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import { usableStarters } from '@/lib/mapping/usable-starters'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import { proposeOwnFields } from '@/lib/sources/own-fields'
import type { XdmField } from '@/lib/xdm/field'
import { useTableDetail } from '../data/use-table-detail'
import { useDraft, useSetup } from '../draft/setup-provider'
import { OwnFieldsDialog } from './own-fields-dialog'

/** Columns that no field of the schema takes, and the way to give them fields of one's own. */
export function OwnFields({ classId, targets }: { classId: string; targets: readonly XdmField[] }) {
  const t = useTranslations('setup.target.ownFields')
  const { stamp } = useSetup()
  const { answers } = useDraft()
  const { data, source, mapping, target } = answers
  const { data: detail } = useTableDetail(data?.table)
  const document = mapping?.document ?? emptyMapping
  const proposals = useMemo(() => {
    const sources = sourceFieldsFromColumns(data?.columns ?? [], detail?.rows ?? [])
    const starters = objectHintFor(findSource(source?.sourceKey ?? ''), data?.table)?.starters ?? []
    return proposeOwnFields(sources, document, usableStarters(starters, { document, sources, targets }))
  }, [data, detail, document, source, targets])
  if (proposals.length === 0) return null
  return (
    <Section title={t('sectionTitle')} lead={t('sectionLead', { count: proposals.length })} className="mt-8">
      <OwnFieldsDialog
        key={proposals.map(({ source: path }) => path).join(' ')}
        classId={classId}
        proposals={proposals}
        title={`${target?.schemaTitle?.replace(`${stamp.date} ${stamp.short}`, '').trim() || data?.table || ''} fields ${stamp.date} ${stamp.short}`}
      />
    </Section>
  )
}
