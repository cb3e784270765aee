'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { cx } from './cx'
import { optionStyle, popoverStyle } from './list-style'

export type MenuEntry = {
  id: string
  label: string
  description?: string
  icon?: ReactNode
  /** One of the two: where it goes, or what it does. */
  href?: string
  onAction?: () => void
  isDanger?: boolean
  isDisabled?: boolean
}

export type MenuButtonProps = {
  /** Shown on the button, or its name when there is only an icon. */
  label: string
  items: readonly MenuEntry[]
  icon?: ReactNode
  isIconOnly?: boolean
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** A button that opens a list of actions. */
export function MenuButton(props: MenuButtonProps) {
  const { label, items, icon, isIconOnly, variant = 'secondary', size = 'medium', className, placement = 'bottom end' } = props
  return (
    <MenuTrigger>
      <Button
        {...(isIconOnly ? { 'aria-label': label } : {})}
        className={buttonStyle(variant, size, cx(isIconOnly && 'aspect-square px-0', className))}
      >
        {icon}
        {!isIconOnly && <span className="min-w-0 truncate">{label}</span>}
        {!isIconOnly && <ChevronDown aria-hidden className="text-current opacity-70" />}
      </Button>
      <Popover placement={placement} offset={4} className={cx(popoverStyle, 'min-w-48')}>
        <Menu aria-label={label} className="outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              {...(item.href ? { href: item.href } : {})}
              {...(item.onAction ? { onAction: item.onAction } : {})}
              className={cx(optionStyle, item.isDanger && 'text-bad')}
            >
              {item.icon}
              <span className="min-w-0 flex-1">
                {item.label}
                {item.description && <span className="block text-12 text-ink-quiet">{item.description}</span>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
