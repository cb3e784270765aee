'use client'

import { Minus, Plus } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, inputHeight, type FieldProps } from './field'
import { given } from './given'

export type NumberFieldProps = FieldProps & {
  value?: number | undefined
  defaultValue?: number | undefined
  /** NaN when the box is emptied. */
  onChange?: ((value: number) => void) | undefined
  onBlur?: (() => void) | undefined
  minValue?: number | undefined
  maxValue?: number | undefined
  step?: number | undefined
  formatOptions?: Intl.NumberFormatOptions | undefined
  /** Written after the number, e.g. "minutes". */
  unit?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

const stepper = 'flex w-8 shrink-0 items-center justify-center text-ink-quiet hover:bg-surface-2 hover:text-ink data-disabled:opacity-40'

/** A number, written as the person's language writes it, with steps. */
export function NumberField({ ref, ...props }: NumberFieldProps) {
  const { label, description, errorMessage, isRequired, isDisabled, isReadOnly, className, unit } = props
  const { id, name, value, defaultValue, onChange, onBlur, minValue, maxValue, step, formatOptions } = props
  return (
    <AriaNumberField
      {...given({ id, name, value, defaultValue, onChange, onBlur, isRequired, isDisabled, isReadOnly })}
      {...given({ minValue, maxValue, step, formatOptions })}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, className)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <div className="flex items-center gap-2">
        <Group
          className={cx(
            inputHeight,
            'flex w-36 overflow-hidden rounded-md border border-line-strong bg-surface-1 hover:border-ink-quiet',
            'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
            'data-invalid:border-bad data-disabled:bg-surface-2 data-disabled:text-ink-quiet',
          )}
        >
          <Button slot="decrement" className={cx(stepper, 'border-r border-line')}>
            <Minus aria-hidden />
          </Button>
          <Input
            ref={ref}
            className="w-full min-w-0 bg-transparent px-2 text-center text-14 tabular-nums focus-visible:outline-none"
          />
          <Button slot="increment" className={cx(stepper, 'border-l border-line')}>
            <Plus aria-hidden />
          </Button>
        </Group>
        {unit && <span className="text-14 text-ink-quiet">{unit}</span>}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaNumberField>
  )
}
