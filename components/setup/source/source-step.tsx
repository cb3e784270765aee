'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { changeWorkspace, chooseSource as pickSource, type Lost } from '@/lib/flows/cascades'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { useDraft, useSetup } from '../draft/setup-provider'
import { StepFrame } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { SourceView } from '../setup-views'
import { ConnectionChoice } from './connection-choice'
import { SourceChoice } from './source-choice'
import { WorkspaceChoice } from './workspace-choice'

type Undo = { before: DraftAnswers; lost: Lost[] }

/** Where the data comes from: the workspace, the payments system, and the account in it. */
export function SourceStep() {
  const t = useTranslations('setup')
  const { store } = useSetup()
  const { answers } = useDraft()
  const [undo, setUndo] = useState<Undo>()
  const source = answers.source ?? {}
  const sources = useRead<SourceView[]>(
    ['setup', 'sources', source.workspaceId],
    source.workspaceId ? setupReads.sources(source.workspaceId) : null,
    { staleTime: 600_000 },
  )

  function chooseWorkspace(workspaceId: string) {
    const { answers: next, lost } = changeWorkspace(answers, workspaceId)
    if (next === answers) return
    setUndo(lost.length > 0 ? { before: answers, lost } : undefined)
    store.replace(next)
  }

  function chooseSource(key: string) {
    const view = sources.data?.find((each) => each.key === key)
    if (view) store.replace(pickSource(answers, view))
  }

  const chosen = sources.data?.find((each) => each.key === source.sourceKey)
  return (
    <StepFrame step="source" title={t('source.title')} lead={t('source.lead')}>
      <WorkspaceChoice value={source.workspaceId} onChange={chooseWorkspace} />
      {undo && (
        <Callout
          tone="warn"
          role="status"
          className="mt-3"
          title={t('lost.title')}
          actions={
            <Button
              onPress={() => {
                store.replace(undo.before)
                setUndo(undefined)
              }}
            >
              {t('lost.undo')}
            </Button>
          }
        >
          <ul className="list-disc pl-4">
            {undo.lost.map((code) => (
              <li key={code}>{t(`lost.${code}`)}</li>
            ))}
          </ul>
          <p className="mt-1">{t('lost.kept')}</p>
        </Callout>
      )}
      {source.workspaceId && (
        <Section title={t('source.sourceTitle')} className="mt-8">
          <SourceChoice sources={sources} value={source.sourceKey} onChange={chooseSource} />
        </Section>
      )}
      {source.workspaceId && chosen?.connectionSpec && (
        <ConnectionChoice key={`${source.workspaceId} ${chosen.key}`} workspaceId={source.workspaceId} source={chosen} />
      )}
    </StepFrame>
  )
}
