'use client'

import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { cx } from './cx'
import { FieldLabel, FieldNotes, fieldStyle, type FieldProps } from './field'
import { given } from './given'

export type RadioCard = {
  value: string
  label: ReactNode
  description?: ReactNode
  /** An element at the right edge, e.g. a badge. */
  aside?: ReactNode
  isDisabled?: boolean | undefined
}

export type RadioCardsProps = FieldProps & {
  options: readonly RadioCard[]
  value?: string | null | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  /** How many beside each other where there is room. */
  columns?: 1 | 2 | 3
  isLabelHidden?: boolean
}

const columnStyle = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }

/** One of a few choices that each want a sentence. */
export function RadioCards(props: RadioCardsProps) {
  const { label, description, errorMessage, isRequired, isDisabled, className, options, value, onChange, columns = 1 } = props
  const { id, name, onBlur, isLabelHidden } = props
  return (
    <RadioGroup
      {...given({ id, name, onBlur, isRequired, isDisabled, onChange })}
      {...(value === undefined ? {} : { value })}
      {...(isLabelHidden && typeof label === 'string' ? { 'aria-label': label } : {})}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldStyle, 'gap-1.5', className)}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired}>{label}</FieldLabel>}
      <FieldNotes description={description} errorMessage={errorMessage} />
      <div className={cx('grid gap-2', columnStyle[columns])}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={cx(
              'group/card flex cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface-1 px-3 py-2.5 text-14 text-ink transition-colors',
              'hover:bg-surface-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:inset-ring data-selected:inset-ring-accent',
              'data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:text-ink-quiet',
            )}
          >
            <span
              className={cx(
                'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface-1',
                'group-data-selected/card:border-accent',
              )}
            >
              <span className="size-2 rounded-full group-data-selected/card:bg-accent forced-colors:group-data-selected/card:bg-[Highlight]" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{option.label}</span>
              {option.description && <span className="block text-13 text-ink-quiet">{option.description}</span>}
            </span>
            {option.aside}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
