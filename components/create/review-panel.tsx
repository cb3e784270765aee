'use client'

import { useNow, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/section'
import type { AdobeCredentialFacts } from '@/lib/adobe/types'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { exportCalls } from '@/lib/flows/export-calls'
import { toShellScript } from '@/lib/flows/export-curl'
import { toCurlScript, tokenVariable } from '@/lib/flows/to-curl'
import { previewCalls } from '@/lib/provisioning/call-preview'
import { planFlow } from '@/lib/provisioning/plan'
import { resourceKinds, type StepKey } from '@/lib/provisioning/step-keys'
import { callId } from './call-item'
import { CallList } from './call-list'
import { DataFacts } from './data-facts'
import { ScheduleFacts } from './schedule-facts'
import { ScheduleWarnings } from './schedule-warnings'
import { StreamGraph } from './stream-graph'

type ReviewPanelProps = { definition: FlowDefinition; bindings: Bindings; workspace: AdobeCredentialFacts }

/** Everything that is going to be made: as streams that join, as facts that cannot be changed later, and call by call. */
export function ReviewPanel({ definition, bindings, workspace }: ReviewPanelProps) {
  const t = useTranslations('create')
  const now = useNow({ updateInterval: 30_000 })
  const plan = planFlow(definition, bindings)
  const placeholder = (key: StepKey) => `<${t('idOf', { kind: t(`kinds.${key}`) })}>`
  const marks = ['<marker>', ...resourceKinds.map(placeholder)]
  const calls = previewCalls(definition, bindings, workspace, { nowMs: now.getTime(), placeholder })
  const script = exportCalls(definition, bindings, workspace)
  const count = (mode: string) => plan.steps.filter((step) => step.mode === mode).length
  const titled = calls.map(({ stepKey, preview }) => ({
    title: `${t(`kinds.${stepKey}`)}: ${plan.steps.find(({ key }) => key === stepKey)?.name ?? ''}`,
    call: preview,
  }))
  return (
    <>
      <Section title={t('graph.title')} lead={t('graph.lead', { created: count('create'), reused: count('reuse'), asked: count('look-up') })}>
        <StreamGraph
          label={t('graph.label')}
          steps={plan.steps.map((step) => ({ ...step, state: 'planned', adobeId: step.mode === 'reuse' ? step.reusedId : undefined }))}
          hrefOf={({ key, mode }) => (mode === 'reuse' ? undefined : `#${callId(key)}`)}
          onFollow={({ key }) => openCall(key)}
        />
        {plan.steps.some(({ key }) => key === 'profile-schema') && (
          <Callout tone="warn" className="mt-3 max-w-3xl" title={t('profile.title')}>
            {t('profile.body')}
          </Callout>
        )}
      </Section>
      <Section title={t('data.title')}>
        <DataFacts definition={definition} />
      </Section>
      <Section title={t('schedule.title')} lead={t('schedule.lead')}>
        <ScheduleFacts definition={definition} />
        <ScheduleWarnings schedule={definition.schedule} intoProfile={definition.target.forProfile === true} className="mt-3 max-w-3xl" />
      </Section>
      <Section
        title={t('calls.title', { count: calls.length })}
        lead={t('calls.lead', { variable: tokenVariable, marker: '<marker>' })}
        actions={
          <>
            <CopyButton hasText value={() => toCurlScript(titled)} label={t('calls.copyAll')} />
            {script.ok && <CopyButton hasText value={() => toShellScript(script.data)} label={t('calls.copyScript')} />}
          </>
        }
      >
        <CallList plan={plan} calls={calls} marks={marks} />
      </Section>
    </>
  )
}

/** Unfolds the call that a node leads to, and takes page and keyboard there. */
function openCall(key: StepKey) {
  const call = document.getElementById(callId(key))
  if (!(call instanceof HTMLDetailsElement)) return
  call.open = true
  call.querySelector('summary')?.focus({ preventScroll: true })
  call.scrollIntoView({ block: 'start' })
}
