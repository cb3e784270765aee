'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import { SelectField } from '@/components/ui/select-field'
import { Skeleton } from '@/components/ui/skeleton'
import type { Choices, Lacking } from '@/lib/documents/resolution'
import type { ExplainedError } from '@/lib/explained-error'
import { documentSizeMax, readDocument } from '@/lib/flows/read-document'
import { readDocuments, type NamedDocument } from '@/lib/flows/read-documents'
import { paths } from '@/lib/paths'
import { DocumentBox } from './document-box'
import { DocumentFacts } from './document-facts'
import type { ImportActions, ImportWorkspace } from './import-actions'
import { ImportOutlook } from './import-outlook'
import { ImportSeveral, type ImportBatch } from './import-several'
import { ProblemList } from './problem-list'

type ImportFlowProps = { workspaces: readonly ImportWorkspace[]; actions: ImportActions & { importBatch: ImportBatch } }

/** One document, or several at once: more than one file, or a file with a list. */
export function ImportFlow({ workspaces, actions }: ImportFlowProps) {
  const [several, setSeveral] = useState<readonly NamedDocument[]>()
  return several ? (
    <ImportSeveral documents={several} workspaces={workspaces} importBatch={actions.importBatch} onChange={setSeveral} onLeave={() => setSeveral(undefined)} />
  ) : (
    <ImportOne workspaces={workspaces} actions={actions} onSeveral={setSeveral} />
  )
}

type ImportOneProps = { workspaces: readonly ImportWorkspace[]; actions: ImportActions; onSeveral: (documents: NamedDocument[]) => void }

/** From a document to a draft: what is in it, what the workspace has of it, what is to be chosen, and into the wizard. */
function ImportOne({ workspaces, actions, onSeveral }: ImportOneProps) {
  const t = useTranslations('documents.import')
  const router = useRouter()
  const [text, setText] = useState('')
  const [workspaceId, setWorkspaceId] = useState(workspaces.length === 1 ? workspaces[0]?.id : undefined)
  const [choices, setChoices] = useState<Choices>({})
  const [settledNames, setSettledNames] = useState<Lacking[]>([])
  const [failure, setFailure] = useState<ExplainedError>()
  const [isImporting, setIsImporting] = useState(false)
  const settled = useDeferredValue(text)
  const read = useMemo(() => (settled.trim() ? readDocument(settled) : undefined), [settled])
  const outlook = useQuery({
    queryKey: ['documents', 'preview', settled, workspaceId, choices],
    queryFn: () => actions.preview({ text: settled, workspaceId: workspaceId ?? '', choices }),
    enabled: read?.ok === true && workspaceId !== undefined,
    staleTime: 30_000,
    // While a choice is looked up, what is known of this document here stays in sight; of another document nothing does.
    placeholderData: (last, query) => (query?.queryKey[2] === settled && query.queryKey[3] === workspaceId ? last : undefined),
  })

  function forgetChoices() {
    setChoices({})
    setSettledNames([])
  }

  /** A list of documents is several, however it came. */
  function take(next: string) {
    const documents = next.trimStart().startsWith('[') ? readDocuments(t('document'), next) : []
    if (documents.length > 1) return onSeveral(documents)
    setText(next)
    forgetChoices()
  }

  async function open() {
    if (!workspaceId) return
    setIsImporting(true)
    setFailure(undefined)
    try {
      const answer = await actions.importDocument({ text, workspaceId, choices })
      if (answer.ok) return router.push(paths.setup(answer.data.draftId, answer.data.step))
      setFailure(answer.error)
    } catch {
      setFailure({ code: 'network', retryable: true })
    }
    setIsImporting(false)
  }

  return (
    <div className="flex max-w-4xl flex-col">
      <Section title={t('document')} lead={t('documentLead')}>
        <DocumentBox
          value={text} onChange={take} maxBytes={documentSizeMax}
          onSeveral={(files) => onSeveral(files.flatMap(({ name, text: whole }) => readDocuments(name, whole)))}
        />
        {read && !read.ok && (
          <Callout tone="bad" role="status" className="mt-4" title={t('faulty', { count: read.error.length })}>
            <ProblemList problems={read.error} />
          </Callout>
        )}
        {read?.ok && <DocumentFacts definition={read.data} className="mt-4" />}
      </Section>
      {read?.ok && (
        <Section title={t('workspace')} lead={t('workspaceLead')}>
          {workspaces.length === 0 ? (
            <Callout tone="info" title={t('noWorkspace')} actions={<LinkButton href={paths.newWorkspace()}>{t('addWorkspace')}</LinkButton>} />
          ) : (
            <SelectField
              label={t('workspace')}
              className="max-w-md"
              placeholder={t('chooseWorkspace')}
              value={workspaceId ?? null}
              onChange={(id) => { setWorkspaceId(id); forgetChoices() }}
              options={workspaces.map(({ id, name, sandbox }) => ({ value: id, label: name, description: t('sandbox', { sandbox }) }))}
            />
          )}
          {outlook.isFetching && !outlook.data && <div className="mt-6"><Skeleton rows={5} label={t('looking')} /></div>}
          {outlook.data && !outlook.data.ok && (
            <ErrorPanel className="mt-6" error={outlook.data.error} actions={<Button onPress={() => void outlook.refetch()}>{t('again')}</Button>} />
          )}
          {outlook.data?.ok && (
            <ImportOutlook
              outlook={outlook.data.data}
              settled={settledNames}
              choices={choices}
              onChoose={(next, lacking) => {
                setChoices(next)
                setSettledNames((before) => [...before.filter(({ place }) => place !== lacking.place), lacking])
              }}
            />
          )}
        </Section>
      )}
      {outlook.data?.ok && (
        <div className="mt-8 flex flex-col gap-4 border-t border-line pt-5">
          {failure && <ErrorPanel error={failure} />}
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" isPending={isImporting} onPress={() => void open()}>{t('open')}</Button>
            <span className="text-13 text-ink-quiet">{t('openNote')}</span>
          </div>
        </div>
      )}
    </div>
  )
}
