'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { StateBadge } from '@/components/ui/state-badge'
import { catalogue, findSource } from '@/lib/sources/catalogue'
import { AdobeRead, type Reading } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import type { SourceView } from '../setup-views'

type SourceChoiceProps = {
  sources: Reading<SourceView[]>
  value: string | undefined
  onChange: (key: string) => void
}

/** The payments systems this build knows, as the workspace's Adobe offers them. */
export function SourceChoice({ sources, value, onChange }: SourceChoiceProps) {
  const t = useTranslations('setup.source')
  const problemOf = useProblemOf('source')
  const isDeprecated = findSource(value ?? '')?.status === 'deprecated'
  return (
    <AdobeRead read={sources} label={t('readingSources')} rows={2}>
      {(views) => (
        <>
          <RadioCards
            id={fieldId('sourceKey')}
            label={t('source')}
            isLabelHidden
            isRequired
            columns={2}
            value={value ?? null}
            onChange={onChange}
            errorMessage={problemOf('sourceKey')}
            options={catalogue.map(({ key, name, status, kind }) => {
              const isOffered = views.find((view) => view.key === key)?.isOffered ?? false
              return {
                value: key,
                label: name,
                description: isOffered ? t(`kind.${kind}`) : t('notOffered'),
                isDisabled: !isOffered,
                ...(status === 'current'
                  ? {}
                  : { aside: <StateBadge tone={status === 'deprecated' ? 'warn' : 'info'} isFilled>{t(`status.${status}`)}</StateBadge> }),
              }
            })}
          />
          {isDeprecated && (
            <Callout tone="warn" className="mt-3" title={t('deprecatedTitle', { name: findSource(value ?? '')?.name ?? '' })}>
              {t('deprecatedBody')}
            </Callout>
          )}
        </>
      )}
    </AdobeRead>
  )
}
