'use client'

import { Pencil, Play, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import type { ExplainedError } from '@/lib/explained-error'
import { paths, type SetupStep } from '@/lib/paths'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import type { CreationActions } from './creation-actions'
import { UndoButton } from './undo-button'

type FailurePanelProps = { view: ProvisioningView; error: ExplainedError; actions: CreationActions; onChanged: () => Promise<unknown> }

const resumeWords = { create: 'resume', change: 'resumeChange', undo: 'undoAgain' } as const

/** What happened, what it means, and the ways out: go on, change the answer that Adobe refuses, or undo everything. */
export function FailurePanel({ view, error, actions, onChanged }: FailurePanelProps) {
  const t = useTranslations('create.failure')
  const [refusal, setRefusal] = useState<ExplainedError>()
  const [isPending, setPending] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Where it stands depends on which node failed; wherever that is, it comes into sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const mend = mendingPlace(view, error)
  const { flowId, kind } = view

  async function ask(way: 'on' | 'back') {
    setPending(true)
    setRefusal(undefined)
    try {
      const answer = await (kind === 'change' ? actions.changeAgain({ flowId, way }) : (kind === 'undo' ? actions.undo : actions.resume)({ flowId }))
      if (answer.ok) await onChanged()
      else setRefusal(answer.error)
    } catch {
      setRefusal({ code: 'network', retryable: true })
    } finally {
      setPending(false)
    }
  }

  const resume = (
    <Button key="resume" variant={mend && !error.retryable ? 'secondary' : 'primary'} icon={<Play aria-hidden />} isPending={isPending} onPress={() => void ask('on')}>
      {t(resumeWords[kind])}
    </Button>
  )
  const change = mend && (
    <LinkButton key="mend" href={mend.href} variant={error.retryable ? 'secondary' : 'primary'} icon={<Pencil aria-hidden />}>
      {mend.step === 'workspace' ? t('openWorkspace') : t('change', { step: t(`steps.${mend.step}`) })}
    </LinkButton>
  )
  return (
    <div ref={place} className="scroll-mb-20">
      <ErrorPanel
        error={error}
        actions={
          <>
            {error.retryable ? [resume, change] : [change, resume]}
            {kind === 'create' && <UndoButton view={view} undo={actions.undo} onChanged={onChanged} />}
            {kind === 'change' && (
              <Button icon={<Undo2 aria-hidden />} isPending={isPending} onPress={() => void ask('back')}>
                {t('goBack')}
              </Button>
            )}
          </>
        }
      />
      {refusal && <ErrorPanel className="mt-2" error={refusal} />}
    </div>
  )
}

type Place = { step: Exclude<SetupStep, 'create'> | 'workspace'; href: string }

/** Where the answer that led here was given, while the draft can still be changed. */
function mendingPlace({ draftId, workspace }: ProvisioningView, { mendAt }: ExplainedError): Place | undefined {
  if (mendAt === undefined || mendAt === 'nowhere') return undefined
  if (mendAt === 'workspace') return { step: 'workspace', href: paths.workspace(workspace.id) }
  const step = mendAt === 'connection' ? 'source' : mendAt
  return draftId === undefined ? undefined : { step, href: paths.setup(draftId, step) }
}
