'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Controller, type Control } from 'react-hook-form'
import { useFieldMessage } from '@/components/query/use-field-message'
import { SelectField } from '@/components/ui/select-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import { TextField } from '@/components/ui/text-field'
import type { WorkspaceChange } from '@/lib/workspaces/workspace-input'
import { imsOptions, platformOptions } from './host-options'
import type { WorkspaceFormValues } from './workspace-form'

export type WorkspaceFieldsProps = {
  control: Control<WorkspaceFormValues, unknown, WorkspaceChange>
  /** An existing workspace keeps its secret where none is entered. */
  isChange: boolean
}

/** What Adobe's Developer Console shows of a project, in the order it shows it. */
export function WorkspaceFields({ control, isChange }: WorkspaceFieldsProps) {
  const t = useTranslations('workspaces')
  const say = useFieldMessage()

  const text = (name: Exclude<keyof WorkspaceFormValues, 'platformOrigin' | 'imsOrigin' | 'scopes'>, extra: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...field}
          label={t(`fields.${name}`)}
          description={t(`hints.${name}`)}
          autoComplete="off"
          isRequired
          errorMessage={say(fieldState.error?.message)}
          {...extra}
        />
      )}
    />
  )

  const host = (name: 'platformOrigin' | 'imsOrigin', options: typeof platformOptions) => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <SelectField
          {...field}
          label={t(`fields.${name}`)}
          description={t(`hints.${name}`)}
          options={options}
          isRequired
          errorMessage={say(fieldState.error?.message)}
        />
      )}
    />
  )

  return (
    <>
      {text('name')}
      <FieldGroup title={t('groups.credential')} lead={t('groups.credentialLead')}>
        {text('orgId', { isMono: true, placeholder: '1234567890ABCDEF12345678@AdobeOrg' })}
        {text('clientId', { isMono: true })}
        {text('clientSecret', {
          type: 'password',
          autoComplete: 'new-password',
          isRequired: !isChange,
          ...(isChange ? { description: t('hints.clientSecretKept') } : {}),
        })}
        <Controller
          control={control}
          name="scopes"
          render={({ field, fieldState }) => (
            <TextAreaField
              {...field}
              label={t('fields.scopes')}
              description={t('hints.scopes')}
              isMono
              rows={2}
              isRequired
              errorMessage={say(fieldState.error?.message)}
            />
          )}
        />
      </FieldGroup>
      <FieldGroup title={t('groups.place')} lead={t('groups.placeLead')}>
        {text('sandbox', { isMono: true })}
        <div className="grid gap-5 sm:grid-cols-2">
          {host('platformOrigin', platformOptions)}
          {host('imsOrigin', imsOptions)}
        </div>
      </FieldGroup>
    </>
  )
}

function FieldGroup({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-5 border-t border-line pt-5">
      <legend className="sr-only">{title}</legend>
      <div>
        <h2 aria-hidden className="text-14 font-semibold">
          {title}
        </h2>
        <p className="measure text-13 text-ink-quiet">{lead}</p>
      </div>
      {children}
    </fieldset>
  )
}
