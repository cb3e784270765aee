'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { ComboBoxField } from '@/components/ui/combo-box-field'
import { Section } from '@/components/ui/section'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import type { ObjectHint } from '@/lib/sources/payments-source'
import type { XdmField } from '@/lib/xdm/field'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'

/** Only texts outside lists and maps can carry an identity descriptor. */
function identityPaths(fields: readonly XdmField[]): string[] {
  return fields.flatMap(({ path, type, children }) =>
    type === 'string' && !path.includes('[') && !path.includes('{') ? [path] : type === 'object' ? identityPaths(children) : [],
  )
}

/** Which field says who or what a record is about; needed only where the data is to reach the profile. */
export function IdentityChoice({ fields, suggested }: { fields: readonly XdmField[]; suggested: ObjectHint['identity'] }) {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const [touched, setTouched] = useState(false)
  const { primaryIdentity: identity, ...target } = answers.target ?? {}
  const options = useMemo(() => identityPaths(fields).map((path) => ({ value: path, label: path })), [fields])
  const isGone = identity?.path !== undefined && identity.path !== '' && !options.some(({ value }) => value === identity.path)
  const incomplete = problemOf('primaryIdentity') ?? (touched && identity && !(identity.path && identity.namespace.trim()) ? t('identityIncomplete') : undefined)

  // Only a field that the schema as it will be really has is proposed.
  const proposal = suggested && options.some(({ value }) => value === suggested.path) ? suggested : { path: '', namespace: '' }

  const write = (next: { path: string; namespace: string } | undefined) =>
    store.update('target', { ...target, ...(next ? { primaryIdentity: next } : {}) })

  return (
    <Section title={t('identityTitle')} lead={t('identityLead')} className="mt-8">
      <div id={fieldId('primaryIdentity')} tabIndex={-1} className="flex max-w-3xl flex-col gap-4">
        <Switch label={t('identityUse')} value={identity !== undefined} onChange={(isOn) => write(isOn ? proposal : undefined)} />
        {!identity && problemOf('primaryIdentity') && <Callout tone="bad">{problemOf('primaryIdentity')}</Callout>}
        {identity && (
          <div className="grid gap-4 sm:grid-cols-2">
            <ComboBoxField
              label={t('identityField')}
              isRequired
              options={options}
              value={identity.path || null}
              onChange={(path) => write({ ...identity, path: path ?? '' })}
              onBlur={() => setTouched(true)}
              errorMessage={isGone ? t('identityGone', { path: identity.path }) : identity.path ? undefined : incomplete}
            />
            <TextField
              label={t('identityNamespace')}
              description={t('identityNamespaceHint')}
              isRequired
              isMono
              value={identity.namespace}
              onChange={(namespace) => write({ ...identity, namespace })}
              onBlur={() => setTouched(true)}
              errorMessage={identity.namespace.trim() ? undefined : incomplete}
              autoComplete="off"
            />
          </div>
        )}
      </div>
    </Section>
  )
}
