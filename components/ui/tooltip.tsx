'use client'

import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

type TooltipProps = {
  text: string
  /** One React Aria control that takes focus: Button, IconButton… */
  children: ReactElement
  placement?: 'top' | 'bottom' | 'left' | 'right'
}

/** Says more about a control on hover and on focus. Never the only place of something that must be read. */
export function Tooltip({ text, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <TooltipBubble placement={placement}>{text}</TooltipBubble>
    </TooltipTrigger>
  )
}

/** The bubble alone, for use inside a TooltipTrigger of one's own. */
export function TooltipBubble({ children, placement = 'top' }: { children: string; placement?: TooltipProps['placement'] }) {
  return (
    <AriaTooltip
      offset={6}
      placement={placement ?? 'top'}
      className="max-w-72 rounded-md border border-line bg-surface-1 px-2 py-1 text-12 text-ink shadow-float"
    >
      {children}
    </AriaTooltip>
  )
}
