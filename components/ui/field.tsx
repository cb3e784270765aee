'use client'

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { cx } from './cx'

/** What every field takes besides its value. `id` lands on the focusable element, where an error summary can link. */
export type FieldProps = {
  label: ReactNode
  description?: ReactNode
  /** Present means invalid. Says what would be right. */
  errorMessage?: string | undefined
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  isReadOnly?: boolean | undefined
  id?: string | undefined
  name?: string | undefined
  className?: string | undefined
}

export const fieldStyle = 'group flex min-w-0 flex-col gap-1'

/** The box of everything that is typed or chosen into. */
export const inputStyle =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface-1 px-2.5 text-14 text-ink transition-colors ' +
  'hover:border-ink-quiet data-invalid:border-bad data-disabled:cursor-not-allowed data-disabled:bg-surface-2 ' +
  'data-disabled:text-ink-quiet group-data-readonly:bg-surface-2'

export const inputHeight = 'h-8 pointer-coarse:h-10 pointer-coarse:text-16'

/** The field's name, with a mark where an answer is needed. */
export function FieldLabel({ children, isRequired }: { children: ReactNode; isRequired?: boolean | undefined }) {
  return (
    <Label className="text-13 font-medium text-ink">
      {children}
      {isRequired && (
        <span aria-hidden className="ml-0.5 text-bad">
          *
        </span>
      )}
    </Label>
  )
}

/** The lines under a field: what it is for, and what is wrong. Both are tied to it for a screen reader. */
export function FieldNotes({ description, errorMessage, className }: Pick<FieldProps, 'description' | 'errorMessage' | 'className'>) {
  return (
    <>
      {description && (
        <Text slot="description" className={cx('measure text-13 text-ink-quiet', className)}>
          {description}
        </Text>
      )}
      {errorMessage && (
        <FieldError className={cx('flex items-start gap-1.5 text-13 text-bad', className)}>
          <CircleAlert aria-hidden className="mt-0.5" />
          <span>{errorMessage}</span>
        </FieldError>
      )}
    </>
  )
}
