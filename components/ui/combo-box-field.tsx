'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputHeight, inputStyle, type FieldProps } from './field'
import { given } from './given'
import { popoverStyle } from './list-style'
import { OptionRow, type Option } from './option-row'

export type ComboBoxFieldProps = FieldProps & {
  options: readonly Option[]
  value?: string | null | undefined
  /** Null when the text was emptied. */
  onChange?: ((value: string | null) => void) | undefined
  /** The text as it is typed, for lists that are searched elsewhere; give `isFiltered` then. */
  onInputChange?: ((text: string) => void) | undefined
  /** True when `options` already answers what was typed. */
  isFiltered?: boolean | undefined
  onBlur?: (() => void) | undefined
  placeholder?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** One of many choices, found by typing. */
export function ComboBoxField({ ref, ...props }: ComboBoxFieldProps) {
  const t = useTranslations('common')
  const { label, description, errorMessage, isRequired, isDisabled, className, options, value, onChange } = props
  const { id, name, onBlur, onInputChange, isFiltered } = props
  return (
    <ComboBox
      {...given({ id, name, onBlur, onInputChange, isRequired, isDisabled })}
      {...(value === undefined ? {} : { value })}
      {...(isFiltered ? { items: options } : { defaultItems: options })}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <Group className="relative flex">
        <Input ref={ref} {...given({ placeholder: props.placeholder })} className={cx(inputStyle, inputHeight, 'pr-9')} />
        <Button className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-quiet hover:text-ink">
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className={cx(popoverStyle, 'min-w-(--trigger-width)')}>
        <ListBox<Option>
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-13 text-ink-quiet">{t('nothingFound')}</p>}
        >
          {(option) => <OptionRow id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
