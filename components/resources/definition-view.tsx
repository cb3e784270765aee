'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExportMenu } from '@/components/flows/export-menu'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/section'
import { DataTable } from '@/components/ui/table'
import type { FlowDefinition } from '@/lib/flows/flow-definition'

type DefinitionViewProps = {
  flowId: string
  definition: FlowDefinition
  /** The definition as a document, as it is exported. */
  document: string
  /** What changes the flow, where it lives. */
  change?: ReactNode
}

/** What the flow was made from: its mapping to be read, and the whole document to be copied or kept. */
export function DefinitionView({ flowId, definition, document, change }: DefinitionViewProps) {
  const t = useTranslations('resources.definition')
  return (
    <div className="mt-5 flex flex-col gap-6">
      <Section title={t('mapping.title')} lead={t('mapping.lead', { count: definition.mapping.rows.length })} className="mt-0" actions={change}>
        <DataTable
          label={t('mapping.title')}
          rows={definition.mapping.rows}
          rowKey={({ id }) => id}
          className="max-h-112"
          columns={[
            { key: 'source', header: t('mapping.source'), isRowHeader: true, className: 'font-mono text-12 font-normal wrap-anywhere', cell: ({ source }) => source },
            { key: 'kind', header: t('mapping.kind'), cell: ({ sourceType }) => t(`mapping.kinds.${sourceType}`) },
            { key: 'destination', header: t('mapping.destination'), isMono: true, width: '40%', className: 'wrap-anywhere', cell: ({ destination }) => destination },
          ]}
        />
      </Section>
      <Section
        title={t('document.title')}
        lead={t('document.lead')}
        className="mt-0"
        actions={
          <>
            <CopyButton value={document} label={t('document.copy')} hasText />
            <ExportMenu flowId={flowId} />
          </>
        }
      >
        <CodeBlock code={document} label={t('document.title')} language="JSON" />
      </Section>
    </div>
  )
}
