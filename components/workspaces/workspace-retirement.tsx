'use client'

import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'

type Change = (input: { id: string }) => Promise<ActionAnswer<{ id: string }>>

export type WorkspaceRetirementProps = {
  workspace: { id: string; name: string; isArchived: boolean }
  archive: Change
  restore: Change
}

/** Puts a workspace away, and takes it out again. */
export function WorkspaceRetirement({ workspace, archive, restore }: WorkspaceRetirementProps) {
  const t = useTranslations('workspaces.archived')
  const router = useRouter()
  const [error, setError] = useState<ExplainedError>()
  const [isPending, setPending] = useState(false)

  async function takeOut() {
    setPending(true)
    const answer = await restore({ id: workspace.id }).finally(() => setPending(false))
    setError(answer.ok ? undefined : answer.error)
    router.refresh()
  }

  if (workspace.isArchived) {
    return (
      <Section title={t('state')} lead={t('restoreLead')}>
        {error && <ErrorPanel error={error} className="mb-3" />}
        <Button icon={<ArchiveRestore aria-hidden />} isPending={isPending} onPress={takeOut}>
          {t('restore')}
        </Button>
      </Section>
    )
  }
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ConfirmDialog
        title={t('confirmTitle', { name: workspace.name })}
        trigger={<Button icon={<Archive aria-hidden />}>{t('action')}</Button>}
        goes={[t('goes.choice'), t('goes.watch')]}
        stays={[t('stays.adobe'), t('stays.history'), t('stays.credential')]}
        confirmLabel={t('action')}
        isDanger={false}
        onConfirm={async () => {
          const answer = await archive({ id: workspace.id })
          if (!answer.ok) return answer.error
          router.refresh()
        }}
      />
    </Section>
  )
}
