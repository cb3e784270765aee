'use client'

import { useId, type ReactNode, type Ref } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { cx } from './cx'
import { given } from './given'

export type SwitchProps = {
  label: ReactNode
  description?: ReactNode
  value?: boolean | undefined
  onChange?: ((value: boolean) => void) | undefined
  onBlur?: (() => void) | undefined
  isDisabled?: boolean | undefined
  name?: string | undefined
  id?: string | undefined
  className?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** On or off. */
export function Switch({ label, description, value, onChange, onBlur, isDisabled, name, id, className, ref }: SwitchProps) {
  const notesId = useId()
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <AriaSwitch
        {...given({ onChange, onBlur, isDisabled, name, id, isSelected: value })}
        inputRef={ref ?? null}
        {...(description ? { 'aria-describedby': notesId } : {})}
        className="group flex min-h-6 items-start gap-2.5 text-14 text-ink outline-none data-disabled:text-ink-quiet"
      >
        <span
          className={cx(
            'mt-0.5 flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-strong bg-surface-1 p-px transition-colors',
            'group-data-selected:border-accent group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]',
            'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent',
          )}
        >
          <span
            className={cx(
              'size-3.5 rounded-full bg-line-strong transition-[translate]',
              'group-data-selected:translate-x-3.5 group-data-selected:bg-on-accent forced-colors:bg-[ButtonText]',
            )}
          />
        </span>
        <span>{label}</span>
      </AriaSwitch>
      {description && (
        <p id={notesId} className="measure ml-10.5 text-13 text-ink-quiet">
          {description}
        </p>
      )}
    </div>
  )
}
