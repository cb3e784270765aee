'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { Section } from '@/components/ui/section'
import { StateBadge } from '@/components/ui/state-badge'
import { chooseColumns } from '@/lib/flows/choose-columns'
import { deltaCandidates } from '@/lib/flows/delta-column'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { useDraft, useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'

const none = ' none'

/** By which column the next run knows what came since the last: one is proposed with its reason. */
export function DeltaChoice({ columns }: { columns: readonly SourceColumn[] }) {
  const t = useTranslations('setup.data')
  const { store } = useSetup()
  const { answers } = useDraft()
  const candidates = deltaCandidates(columns)
  const { deltaColumn, ...data } = answers.data ?? {}
  if (candidates.length === 0) {
    return (
      <Section title={t('delta')}>
        <Callout tone="info" title={t('noDeltaTitle')}>
          {t('noDeltaBody')}
        </Callout>
      </Section>
    )
  }
  return (
    <Section title={t('delta')} lead={t('deltaLead')}>
      <RadioCards
        id={fieldId('deltaColumn')}
        label={t('delta')}
        isLabelHidden
        value={deltaColumn ?? none}
        onChange={(name) => store.update('data', name === none ? data : chooseColumns({ ...data, deltaColumn: name }, columns, [name], true))}
        options={[
          ...candidates.map(({ name, reason }) => ({
            value: name,
            label: <code className="text-13 break-all">{name}</code>,
            description: reason ? t(`deltaReasons.${reason}`) : t('deltaOther'),
            ...(reason ? { aside: <StateBadge tone="good">{t('proposed')}</StateBadge> } : {}),
          })),
          { value: none, label: t('deltaNone'), description: t('deltaNoneHint') },
        ]}
      />
    </Section>
  )
}
