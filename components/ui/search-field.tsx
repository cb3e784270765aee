'use client'

import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { cx } from './cx'
import { FieldLabel, fieldStyle, inputHeight, inputStyle } from './field'
import { given } from './given'

export type SearchFieldProps = {
  label: string
  /** The label is only for screen readers when the place says what is searched. */
  isLabelHidden?: boolean
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  onSubmit?: ((value: string) => void) | undefined
  placeholder?: string | undefined
  id?: string | undefined
  className?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** Text to find by; Escape empties it. */
export function SearchField({ ref, ...props }: SearchFieldProps) {
  const { label, isLabelHidden = true, value, defaultValue, onChange, onSubmit, placeholder, id, className } = props
  return (
    <AriaSearchField
      {...given({ id, value, defaultValue, onChange, onSubmit })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={cx(fieldStyle, className)}
    >
      {!isLabelHidden && <FieldLabel>{label}</FieldLabel>}
      <Group className="relative flex">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-quiet" />
        <Input
          ref={ref}
          placeholder={placeholder ?? label}
          className={cx(inputStyle, inputHeight, 'pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden')}
        />
        <Button className="absolute inset-y-0 right-0.5 my-auto flex size-7 items-center justify-center rounded-md text-ink-quiet group-data-empty:hidden hover:text-ink">
          <X aria-hidden />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
