'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { applyFieldErrors } from '@/components/query/apply-field-errors'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import {
  defaultImsOrigin,
  defaultPlatformOrigin,
  defaultScopes,
  workspaceChange,
  workspaceInput,
  type WorkspaceChange,
} from '@/lib/workspaces/workspace-input'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { WorkspaceFields } from './workspace-fields'

export type WorkspaceFormValues = z.input<typeof workspaceChange>

export type WorkspaceFormProps = {
  /** The workspace to change; absent when one is added. */
  workspace?: WorkspaceView
  save: (input: WorkspaceChange & { id?: string }) => Promise<ActionAnswer<{ id: string }>>
}

/** The credential of one Adobe organisation and sandbox. The secret goes in and never comes back. */
export function WorkspaceForm({ workspace, save }: WorkspaceFormProps) {
  const t = useTranslations('workspaces')
  const router = useRouter()
  const [failure, setFailure] = useState<ExplainedError>()
  const form = useForm<WorkspaceFormValues, unknown, WorkspaceChange>({
    resolver: zodResolver(workspace ? workspaceChange : workspaceInput),
    defaultValues: valuesOf(workspace),
    mode: 'onTouched',
  })

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined)
    const answer = await save(workspace ? { ...input, id: workspace.id } : input)
    if (!answer.ok) {
      applyFieldErrors(form.setError, answer.fieldErrors)
      if (!answer.fieldErrors) setFailure(answer.error)
      return
    }
    router.push(`${paths.workspace(answer.data.id)}?test=now`)
  })

  return (
    <form onSubmit={submit} noValidate method="post" className="flex max-w-2xl flex-col gap-5">
      {failure && <ErrorPanel error={failure} />}
      <WorkspaceFields control={form.control} isChange={workspace !== undefined} />
      <div className="flex flex-wrap gap-2 pt-1">
        <Button type="submit" variant="primary" isPending={form.formState.isSubmitting}>
          {t(workspace ? 'edit.save' : 'add.save')}
        </Button>
        <LinkButton href={workspace ? paths.workspace(workspace.id) : paths.workspaces()} variant="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </form>
  )
}

function valuesOf(workspace: WorkspaceView | undefined): WorkspaceFormValues {
  return {
    name: workspace?.name ?? '',
    platformOrigin: workspace?.platformOrigin ?? defaultPlatformOrigin,
    imsOrigin: workspace?.imsOrigin ?? defaultImsOrigin,
    orgId: workspace?.orgId ?? '',
    clientId: workspace?.clientId ?? '',
    clientSecret: '',
    scopes: workspace?.scopes ?? defaultScopes,
    sandbox: workspace?.sandbox ?? 'prod',
  }
}
