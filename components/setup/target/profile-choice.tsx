'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { Switch } from '@/components/ui/switch'
import { profileChoice } from '@/lib/flows/profile-choice'
import { batchesPerDayLimit, runsPerDay } from '@/lib/schedule/guardrails'
import { useDraft, useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'

/** Whether the records also go into Profile, as far as schema and dataset allow it, and what that brings with it. */
export function ProfileChoice() {
  const t = useTranslations('setup.target.intoProfile')
  const { store } = useSetup()
  const { answers } = useDraft()
  const target = answers.target ?? {}
  const choice = profileChoice(target)
  if (choice.kind === 'open') return null
  return (
    <Section title={t('title')} lead={t('lead')} className="mt-8">
      <div id={fieldId('forProfile')} tabIndex={-1} className="flex max-w-3xl flex-col gap-4">
        {choice.kind === 'free' && (
          <Switch
            label={t('use')}
            value={target.forProfile === true}
            onChange={(forProfile) => store.update('target', { ...store.getState().answers.target, forProfile })}
          />
        )}
        {choice.kind === 'free' && target.forProfile && <Consequences changesSchema={choice.changesSchema} />}
        {choice.kind === 'given' && (
          <Callout tone="info" title={t('givenTitle', { name: target.datasetName ?? '' })}>
            <p>{t('givenBody')}</p>
            <Batches />
          </Callout>
        )}
        {choice.kind === 'barred' && (
          <Callout tone="quiet" title={t(`barred.${choice.by}.title`)}>
            {t(`barred.${choice.by}.body`)}
          </Callout>
        )}
      </div>
    </Section>
  )
}

function Consequences({ changesSchema }: { changesSchema: boolean }) {
  const t = useTranslations('setup.target.intoProfile')
  const { answers } = useDraft()
  const { primaryIdentity: identity } = answers.target ?? {}
  return (
    <Callout tone="warn" role="status" title={t(changesSchema ? 'forGoodTitle' : 'title')}>
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {changesSchema && <li>{t('forGood')}</li>}
        <li>{t('counts')}</li>
        {changesSchema && <li>{identity?.path ? t('knownBy', { path: identity.path, namespace: identity.namespace }) : t('needsIdentity')}</li>}
        <li>
          <Batches />
        </li>
      </ul>
    </Callout>
  )
}

/** Adobe's guardrail, held against the schedule as far as it is chosen. */
function Batches() {
  const t = useTranslations('setup.target.intoProfile')
  const { answers } = useDraft()
  const { frequency, interval } = answers.schedule?.schedule ?? {}
  if (!frequency) return <span>{t('batchesLater', { limit: batchesPerDayLimit })}</span>
  const perDay = Math.ceil(runsPerDay({ frequency, ...(interval === undefined ? {} : { interval }) }))
  return <span>{t(frequency === 'once' ? 'batchOnce' : 'batches', { perDay, limit: batchesPerDayLimit })}</span>
}
