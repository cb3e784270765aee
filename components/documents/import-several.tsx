'use client'

import { Trash2, Undo2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { IconButton } from '@/components/ui/icon-button'
import { Section } from '@/components/ui/section'
import { SelectField } from '@/components/ui/select-field'
import { StateBadge } from '@/components/ui/state-badge'
import { DataTable, type DataColumn } from '@/components/ui/table'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import { objectsMax } from '@/lib/batches/batch-choices'
import type { ExplainedError } from '@/lib/explained-error'
import type { NamedDocument } from '@/lib/flows/read-documents'
import { paths } from '@/lib/paths'
import type { ImportWorkspace } from './import-actions'
import { ProblemList } from './problem-list'

export type ImportBatch = (raw: { workspaceId: string; name: string; texts: string[] }) => Promise<ActionAnswer<{ batchId: string }>>

/** So many problems of a document are in sight at once; more are folded. */
const shownMax = 3

type ImportSeveralProps = {
  documents: readonly NamedDocument[]
  workspaces: readonly ImportWorkspace[]
  importBatch: ImportBatch
  onChange: (documents: readonly NamedDocument[]) => void
  /** Back to a single document. */
  onLeave: () => void
}

/** Several documents into one group: what cannot be read is named, and the rest becomes a draft each. */
export function ImportSeveral({ documents, workspaces, importBatch, onChange, onLeave }: ImportSeveralProps) {
  const t = useTranslations('batches.import')
  const d = useTranslations('documents.import')
  const format = useFormatter()
  const router = useRouter()
  const [workspaceId, setWorkspaceId] = useState(workspaces.length === 1 ? workspaces[0]?.id : undefined)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<ExplainedError>()
  const isTaken = (name: string) => documents.filter(({ read }) => read.ok && read.data.name === name).length > 1
  const isGood = ({ read }: NamedDocument) => read.ok && !isTaken(read.data.name)
  const good = documents.filter(isGood)
  const leftOut = documents.length - good.length
  const isTooMuch = good.length > objectsMax

  async function open() {
    if (!workspaceId) return
    setPending(true)
    setFailure(undefined)
    try {
      const name = t('group', { date: format.dateTime(new Date(), { dateStyle: 'medium', timeStyle: 'short' }) })
      const answer = await importBatch({ workspaceId, name, texts: good.map(({ text }) => text) })
      if (answer.ok) return router.push(paths.batch(answer.data.batchId))
      setFailure(answer.error)
    } catch {
      setFailure({ code: 'network', retryable: true })
    }
    setPending(false)
  }

  const columns: DataColumn<NamedDocument>[] = [
    { key: 'file', header: t('file'), isRowHeader: true, className: 'break-all', cell: ({ name }) => name },
    { key: 'flow', header: t('name'), cell: ({ read }) => (read.ok ? read.data.name : null) },
    {
      key: 'state', header: t('state'), className: 'min-w-40 py-1.5',
      cell: (document) => {
        if (isGood(document)) return <StateBadge tone="good">{t('readable')}</StateBadge>
        if (document.read.ok) return <StateBadge tone="bad">{t('sameName')}</StateBadge>
        return (
          <details open={document.read.error.length <= shownMax}>
            <summary className="min-h-6 cursor-pointer font-medium text-bad">{t('faulty', { count: document.read.error.length })}</summary>
            <ProblemList problems={document.read.error} />
          </details>
        )
      },
    },
    {
      key: 'remove', header: <span className="sr-only">{t('remove', { name: '' })}</span>, align: 'end',
      cell: (document) => (
        <IconButton size="small" label={t('remove', { name: document.name })} icon={<Trash2 aria-hidden />} onPress={() => onChange(documents.filter((one) => one !== document))} />
      ),
    },
  ]
  return (
    <div className="flex max-w-4xl flex-col">
      <Section
        title={t('title')} lead={t('lead')}
        actions={<Button size="small" variant="quiet" icon={<Undo2 aria-hidden />} onPress={onLeave}>{t('single')}</Button>}
      >
        <DataTable label={t('files')} rows={documents} rowKey={({ name }) => name} columns={columns} />
      </Section>
      <Section title={d('workspace')} lead={d('workspaceLead')}>
        <SelectField
          label={d('workspace')} className="max-w-md" placeholder={d('chooseWorkspace')} value={workspaceId ?? null} onChange={setWorkspaceId}
          options={workspaces.map(({ id, name, sandbox }) => ({ value: id, label: name, description: d('sandbox', { sandbox }) }))}
        />
      </Section>
      <div className="mt-8 flex flex-col gap-4 border-t border-line pt-5">
        {failure && <ErrorPanel error={failure} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" isPending={isPending} isDisabled={good.length === 0 || isTooMuch || !workspaceId} onPress={() => void open()}>{t('open', { count: good.length })}</Button>
          {isTooMuch && <span className="text-13 text-bad">{t('limit', { limit: objectsMax })}</span>}
          {leftOut > 0 && <span className="text-13 text-ink-quiet">{good.length === 0 ? t('fix') : t('leftOut', { count: leftOut })}</span>}
        </div>
      </div>
    </div>
  )
}
