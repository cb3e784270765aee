'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { RadioCards } from '@/components/ui/radio-cards'
import { StateBadge } from '@/components/ui/state-badge'
import { paths } from '@/lib/paths'
import { useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'

type WorkspaceChoiceProps = { value: string | undefined; onChange: (workspaceId: string) => void }

/** Which organisation and sandbox the flow is made in. */
export function WorkspaceChoice({ value, onChange }: WorkspaceChoiceProps) {
  const t = useTranslations('setup.source')
  const { workspaces } = useSetup()
  const problemOf = useProblemOf('source')
  return (
    <>
      <RadioCards
        id={fieldId('workspaceId')}
        label={t('workspace')}
        isRequired
        value={value ?? null}
        onChange={onChange}
        columns={2}
        errorMessage={problemOf('workspaceId')}
        options={workspaces.map(({ id, name, kind, orgId, sandbox }) => ({
          value: id,
          label: name,
          description: kind === 'practice' ? t('practiceHint', { sandbox }) : t('workspaceHint', { orgId, sandbox }),
          ...(kind === 'practice' ? { aside: <StateBadge tone="info" isFilled>{t('practice')}</StateBadge> } : {}),
        }))}
      />
      <Link href={paths.newWorkspace()} className="prose-link mt-2 inline-flex min-h-6 items-center gap-1 text-13">
        <Plus aria-hidden />
        {t('addWorkspace')}
      </Link>
    </>
  )
}
