'use client'

import { Check, CircleAlert, Minus } from 'lucide-react'
import { useId, type ReactNode, type Ref } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { cx } from './cx'
import { given } from './given'

export type CheckboxProps = {
  label: ReactNode
  description?: ReactNode
  errorMessage?: string | undefined
  isRequired?: boolean | undefined
  value?: boolean | undefined
  onChange?: ((value: boolean) => void) | undefined
  onBlur?: (() => void) | undefined
  isIndeterminate?: boolean | undefined
  isDisabled?: boolean | undefined
  name?: string | undefined
  id?: string | undefined
  className?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** Yes or no, as part of a form. */
export function Checkbox({ ref, ...props }: CheckboxProps) {
  const { label, description, errorMessage, isRequired, value, onChange, onBlur, isIndeterminate, isDisabled, name, id } = props
  const notesId = useId()
  return (
    <div className={cx('flex flex-col gap-1', props.className)}>
      <AriaCheckbox
        {...given({ isRequired, onChange, onBlur, isIndeterminate, isDisabled, name, id, isSelected: value })}
        inputRef={ref ?? null}
        {...(description || errorMessage ? { 'aria-describedby': notesId } : {})}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
        className="group flex min-h-6 items-start gap-2 text-14 text-ink outline-none data-disabled:text-ink-quiet"
      >
        {({ isSelected, isIndeterminate: isPart }) => (
          <>
            <span
              className={cx(
                'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface-1',
                'group-hover:border-ink-quiet group-data-invalid:border-bad group-data-disabled:bg-surface-2',
                'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent',
                (isSelected || isPart) && 'border-accent bg-accent text-on-accent group-hover:border-accent forced-colors:bg-[Highlight]',
              )}
            >
              {isPart ? <Minus aria-hidden className="size-3" /> : isSelected && <Check aria-hidden className="size-3 stroke-3" />}
            </span>
            <span>{label}</span>
          </>
        )}
      </AriaCheckbox>
      {(description || errorMessage) && (
        <div id={notesId} className="measure ml-6 flex flex-col gap-1 text-13">
          {description && <p className="text-ink-quiet">{description}</p>}
          {errorMessage && (
            <p className="flex items-start gap-1.5 text-bad">
              <CircleAlert aria-hidden className="mt-0.5" />
              {errorMessage}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
