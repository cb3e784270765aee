'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RadioCards, type RadioCard } from '@/components/ui/radio-cards'
import { StateBadge } from '@/components/ui/state-badge'
import { AdobeRead, type Reading } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import type { SourceView } from '../setup-views'

type SourceChoiceProps = {
  sources: Reading<SourceView[]>
  value: string | undefined
  onChange: (key: string) => void
}

/** Sources that come over the Generic REST API, which itself stands at their end. */
const isIndirect = ({ key, isPreset }: SourceView) => isPreset || key === 'generic-rest'

/** The payments systems that the workspace's Adobe offers, and the ways to any other. */
export function SourceChoice({ sources, value, onChange }: SourceChoiceProps) {
  const t = useTranslations('setup.source')
  const problemOf = useProblemOf('source')
  const optionOf = useOption()
  return (
    <AdobeRead read={sources} label={t('readingSources')} rows={4}>
      {(views) => {
        const direct = views.filter((view) => !isIndirect(view))
        const indirect = views.filter(isIndirect)
        const chosen = views.find(({ key }) => key === value)
        return (
          <div className="flex flex-col gap-5">
            <RadioCards
              id={fieldId('sourceKey')}
              label={t('source')}
              isLabelHidden
              isRequired
              columns={2}
              value={direct.some(({ key }) => key === value) ? (value ?? null) : null}
              onChange={onChange}
              errorMessage={problemOf('sourceKey')}
              options={direct.map(optionOf)}
            />
            <RadioCards
              label={t('otherSources')}
              description={t('otherSourcesHint')}
              columns={2}
              value={indirect.some(({ key }) => key === value) ? (value ?? null) : null}
              onChange={onChange}
              options={indirect.map(optionOf)}
            />
            {chosen && <SourceRemark source={chosen} />}
          </div>
        )
      }}
    </AdobeRead>
  )
}

function useOption() {
  const t = useTranslations('setup.source')
  return ({ key, name, status, kind, isOffered, isPreset, description }: SourceView): RadioCard => ({
    value: key,
    label: name,
    description: isOffered ? (description ?? t(`kind.${isPreset ? 'preset' : kind}`)) : t('notOffered'),
    isDisabled: !isOffered,
    ...(status === 'current' ? {} : { aside: <StateBadge tone={status === 'deprecated' ? 'warn' : 'info'} isFilled>{t(`status.${status}`)}</StateBadge> }),
  })
}

/** What one should know of the chosen source before an account of it is connected. */
function SourceRemark({ source: { key, name, status, isKnown, isOffered } }: { source: SourceView }) {
  const t = useTranslations('setup.source')
  if (!isOffered) return null
  if (status === 'deprecated') {
    return (
      <Callout tone="warn" title={t('deprecatedTitle', { name })}>
        {t('deprecatedBody')}
      </Callout>
    )
  }
  if (!isKnown) {
    return (
      <Callout tone="info" title={t('unknownTitle', { name })}>
        {t('unknownBody')}
      </Callout>
    )
  }
  if (!t.has(`covers.${key}`)) return null
  return (
    <Callout tone="quiet" title={t('coversTitle', { name })}>
      {t(`covers.${key}`)}
    </Callout>
  )
}
