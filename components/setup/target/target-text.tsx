'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Controller } from 'react-hook-form'
import { TextField } from '@/components/ui/text-field'
import { fieldId } from '../frame/step-frame'
import type { TargetForm, TargetTexts } from './use-target-form'

type TargetTextProps = {
  form: TargetForm['form']
  name: keyof TargetTexts
  label: string
  description?: ReactNode
  isRequired?: boolean
}

/** One text of the target step, with its message beside it. */
export function TargetText({ form, name, label, description, isRequired = false }: TargetTextProps) {
  const t = useTranslations('setup.problems')
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { ref: _ref, ...field }, fieldState: { error } }) => (
        <TextField
          {...field}
          id={fieldId(name)}
          label={label}
          description={description}
          isRequired={isRequired}
          errorMessage={error?.message && t(error.message, { field: label })}
          autoComplete="off"
        />
      )}
    />
  )
}
