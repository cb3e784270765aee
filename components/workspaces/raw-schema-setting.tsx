'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { RadioCards } from '@/components/ui/radio-cards'
import { Section } from '@/components/ui/section'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import type { RawSchemaMode } from '@/lib/workspaces/workspace-view'

export type RawSchemaSettingProps = {
  workspaceId: string
  mode: RawSchemaMode
  choose: (input: { id: string; mode: RawSchemaMode }) => Promise<ActionAnswer<{ id: string; mode: RawSchemaMode }>>
}

/** How new flows of the workspace describe the source's raw columns. Kept with the press; a refusal takes it back. */
export function RawSchemaSetting({ workspaceId, mode, choose }: RawSchemaSettingProps) {
  const t = useTranslations('workspaces.rawSchema')
  const router = useRouter()
  const [chosen, setChosen] = useState(mode)
  const [error, setError] = useState<ExplainedError>()

  async function change(value: string) {
    const next: RawSchemaMode = value === 'columns-only' ? value : 'adhoc'
    setChosen(next)
    const answer = await choose({ id: workspaceId, mode: next }).catch(() => ({ ok: false as const, error: { code: 'network', retryable: true } }))
    setError(answer.ok ? undefined : answer.error)
    if (!answer.ok) return setChosen(chosen)
    announce(t('saved'))
    router.refresh()
  }

  return (
    <Section title={t('title')} lead={t('lead')}>
      {error && <ErrorPanel error={error} className="mb-3" />}
      <RadioCards
        label={t('title')}
        isLabelHidden
        columns={2}
        value={chosen}
        onChange={(value) => void change(value)}
        options={[
          { value: 'adhoc', label: t('adhoc'), description: t('adhocHint') },
          { value: 'columns-only', label: t('columns'), description: t('columnsHint') },
        ]}
      />
    </Section>
  )
}
