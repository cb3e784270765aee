'use client'

import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputHeight, inputStyle, type FieldProps } from './field'
import { given } from './given'
import { popoverStyle } from './list-style'
import { OptionRow, type Option } from './option-row'

export type SelectFieldProps = FieldProps & {
  options: readonly Option[]
  value?: string | null | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  placeholder?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** One of a few known choices. For many, or for typing, use ComboBoxField. */
export function SelectField({ ref, ...props }: SelectFieldProps) {
  const { label, description, errorMessage, isRequired, isDisabled, className, options, value, onChange } = props
  const { id, name, onBlur, placeholder } = props
  return (
    <Select
      {...given({ name, onBlur, isRequired, isDisabled, placeholder })}
      {...(value === undefined ? {} : { value })}
      onChange={(key) => {
        if (key !== null) onChange?.(String(key))
      }}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <Button
        ref={ref}
        {...given({ id })}
        className={cx(inputStyle, inputHeight, 'flex items-center justify-between gap-2 text-left group-data-invalid:border-bad')}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-quiet">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden className="text-ink-quiet" />
      </Button>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className={cx(popoverStyle, 'min-w-(--trigger-width)')}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionRow id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </Select>
  )
}
