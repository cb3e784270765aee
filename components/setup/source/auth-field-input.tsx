'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import type { AuthField } from '@/lib/sources/auth-fields'
import { fieldId } from '../frame/step-frame'

type AuthFieldInputProps = {
  field: AuthField
  label: string
  value: string | boolean | undefined
  onChange: (value: string | boolean) => void
  onBlur: () => void
  errorMessage: string | undefined
}

/** One field of an authentication specification, in the form its kind asks for. */
export function AuthFieldInput({ field, label, value, onChange, onBlur, errorMessage }: AuthFieldInputProps) {
  const t = useTranslations('setup.source')
  const { name, kind, isRequired, description, example, options } = field
  const own = t.has(`auth.${name}.hint`) ? t(`auth.${name}.hint`, { example: example ?? '' }) : description
  const common = { id: fieldId(`auth-${name}`), label, description: own, isRequired, errorMessage, onBlur }
  if (kind === 'boolean') return <Switch id={common.id} label={label} description={own} value={value === true} onChange={onChange} />
  const text = typeof value === 'string' ? value : ''
  if (kind === 'choice') {
    return <SelectField {...common} value={text || null} onChange={onChange} options={(options ?? []).map((option) => ({ value: option, label: option }))} />
  }
  return (
    <TextField
      {...common}
      value={text}
      onChange={onChange}
      isMono={kind === 'text'}
      type={kind === 'secret' ? 'password' : 'text'}
      // The browser must not offer to keep these: they belong to the payments system, not to this site.
      autoComplete={kind === 'secret' ? 'new-password' : 'off'}
      placeholder={example}
    />
  )
}
