'use client'

import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { TooltipTrigger } from 'react-aria-components/Tooltip'
import { cx } from './cx'
import { TooltipBubble } from './tooltip'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  /** Its name for a screen reader and the text of its tooltip. */
  label: string
  icon: ReactNode
  size?: 'small' | 'medium'
  isBordered?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button that is only an icon: it always has a name and a tooltip. */
export function IconButton({ label, icon, size = 'medium', isBordered = false, className, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        type="button"
        {...props}
        aria-label={label}
        className={cx(
          'inline-flex shrink-0 items-center justify-center rounded-md border text-ink-quiet transition-colors',
          'hover:bg-surface-2 hover:text-ink data-pressed:bg-surface-3 data-disabled:cursor-not-allowed data-disabled:opacity-50',
          size === 'small' ? 'size-6' : 'size-8 pointer-coarse:size-10',
          isBordered ? 'border-line-strong bg-surface-1' : 'border-transparent',
          className,
        )}
      >
        {icon}
      </AriaButton>
      <TooltipBubble>{label}</TooltipBubble>
    </TooltipTrigger>
  )
}
