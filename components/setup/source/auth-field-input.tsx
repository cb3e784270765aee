'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { TextAreaField } from '@/components/ui/text-area-field'
import { TextField } from '@/components/ui/text-field'
import type { AuthField } from '@/lib/sources/auth-fields'
import { fieldId } from '../frame/step-frame'

type AuthFieldInputProps = {
  field: AuthField
  /** The source's key, for hints of its own. */
  sourceKey?: string
  /** Sets the ids of several such forms on one page apart. */
  idPrefix?: string
  label: string
  value: string | boolean | undefined
  onChange: (value: string | boolean) => void
  onBlur: () => void
  errorMessage: string | undefined
}

/** One field of an authentication specification, in the form its kind asks for. */
export function AuthFieldInput({ field, sourceKey = '', idPrefix = 'auth', label, value, onChange, onBlur, errorMessage }: AuthFieldInputProps) {
  const t = useTranslations('setup.source')
  const { id, name, kind, isRequired, description, example, options } = field
  const hint = [`hints.${sourceKey}.${name}`, `auth.${name}.hint`].find((key) => isKey(name) && t.has(key))
  const own = hint ? t(hint, { example: example ?? '' }) : description
  const common = { id: fieldId(`${idPrefix}-${id}`), label, description: own, isRequired, errorMessage, onBlur }
  if (kind === 'boolean') return <Switch id={common.id} label={label} description={own} value={value === true} onChange={onChange} />
  const text = typeof value === 'string' ? value : ''
  if (kind === 'choice') {
    return <SelectField {...common} value={text || null} onChange={onChange} options={(options ?? []).map((option) => ({ value: option, label: option }))} />
  }
  if (kind === 'json') return <TextAreaField {...common} value={text} onChange={onChange} isMono placeholder={example ?? '{ }'} />
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

/** Names of fields come from Adobe; one with a dot would be looked up as a path of messages. */
const isKey = (name: string) => /^\w+$/.test(name)

/** What people call a field: our word for the usual ones, else Adobe's title, else its name. */
export function useAuthLabel(): (field: AuthField) => string {
  const t = useTranslations('setup.source')
  return ({ name, title }) => (isKey(name) && t.has(`auth.${name}.label`) ? t(`auth.${name}.label`) : (title ?? name))
}
