'use client'

import type { Ref } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputStyle, type FieldProps } from './field'
import { given } from './given'

export type TextAreaFieldProps = FieldProps & {
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  placeholder?: string | undefined
  rows?: number
  isMono?: boolean
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** Several lines of text. */
export function TextAreaField({ ref, ...props }: TextAreaFieldProps) {
  const { label, description, errorMessage, isRequired, isDisabled, isReadOnly, className } = props
  const { id, name, value, defaultValue, onChange, onBlur, placeholder, rows = 3, isMono } = props
  return (
    <AriaTextField
      {...given({ id, name, value, defaultValue, onChange, onBlur, isRequired, isDisabled, isReadOnly })}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <TextArea
        ref={ref}
        {...given({ placeholder })}
        rows={rows}
        className={cx(inputStyle, 'resize-y py-1.5 pointer-coarse:text-16', isMono && 'font-mono text-13')}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
