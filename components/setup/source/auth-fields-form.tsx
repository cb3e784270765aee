'use client'

import { Controller, type Control, type FieldErrors } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import type { SummaryProblem } from '@/components/ui/error-summary'
import type { AuthField, AuthValues } from '@/lib/sources/auth-fields'
import { fieldId } from '../frame/step-frame'
import { AuthFieldInput, useAuthLabel } from './auth-field-input'

/** A form that holds credentials under `params`. */
export type WithCredentials = { name: string; params: AuthValues }

type AuthFieldsFormProps = {
  control: Control<WithCredentials>
  errors: FieldErrors<WithCredentials>
  fields: readonly AuthField[]
  sourceKey?: string
  /** Sets the ids of several such forms on one page apart. */
  idPrefix?: string
}

/** The fields of one authentication specification, each with its message beside it. */
export function AuthFieldsForm({ control, errors, fields, sourceKey, idPrefix = 'auth' }: AuthFieldsFormProps) {
  const p = useTranslations('setup.problems')
  const labelOf = useAuthLabel()
  return fields.map((field) => (
    <Controller
      key={field.id}
      control={control}
      name={`params.${field.id}`}
      render={({ field: { value, onChange, onBlur } }) => {
        const message = errors.params?.[field.id]?.message
        return (
          <AuthFieldInput
            field={field}
            {...(sourceKey === undefined ? {} : { sourceKey })}
            idPrefix={idPrefix}
            label={labelOf(field)}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            errorMessage={message && p(message, { field: labelOf(field) })}
          />
        )
      }}
    />
  ))
}

/** What is wrong with the credentials, for the summary above the form. */
export function useAuthProblems(idPrefix = 'auth'): (fields: readonly AuthField[], errors: FieldErrors<WithCredentials>) => SummaryProblem[] {
  const p = useTranslations('setup.problems')
  const labelOf = useAuthLabel()
  return (fields, errors) =>
    fields.flatMap((field) => {
      const message = errors.params?.[field.id]?.message
      return message ? [{ fieldId: fieldId(`${idPrefix}-${field.id}`), message: p(message, { field: labelOf(field) }) }] : []
    })
}
