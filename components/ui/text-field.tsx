'use client'

import type { ReactNode, Ref } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputHeight, inputStyle, type FieldProps } from './field'
import { given } from './given'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  type?: 'text' | 'email' | 'password' | 'url'
  autoComplete?: string | undefined
  autoFocus?: boolean | undefined
  placeholder?: string | undefined
  /** For ids, paths and the like. */
  isMono?: boolean
  /** Shown inside the box after the text: a unit or a small button. */
  suffix?: ReactNode
  ref?: Ref<HTMLInputElement> | undefined
}

/** One line of text. Works with react-hook-form's Controller: `<TextField {...field} label=… />`. */
export function TextField({ ref, ...props }: TextFieldProps) {
  const { label, description, errorMessage, isRequired, isDisabled, isReadOnly, className } = props
  const { id, name, value, defaultValue, onChange, onBlur, type = 'text', autoComplete, autoFocus } = props
  return (
    <AriaTextField
      {...given({ id, name, value, defaultValue, onChange, onBlur, autoComplete, autoFocus, isRequired, isDisabled, isReadOnly })}
      type={type}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <Group className="relative flex">
        <Input
          ref={ref}
          {...given({ placeholder: props.placeholder })}
          spellCheck={props.isMono || type !== 'text' ? false : undefined}
          className={cx(inputStyle, inputHeight, props.isMono && 'font-mono text-13', props.suffix ? 'pr-10' : undefined)}
        />
        {props.suffix && <span className="absolute inset-y-0 right-1 flex items-center text-ink-quiet">{props.suffix}</span>}
      </Group>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
