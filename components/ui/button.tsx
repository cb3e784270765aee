'use client'

import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { announce } from './live-region'

type Look = {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  /** An element, e.g. `<Plus />`, so that a server component can pass it. */
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

export type ButtonProps = Look &
  Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'isPending'> & {
    /** The work it started is under way: it stays focusable, says so and takes no second press. */
    isPending?: boolean
    ref?: Ref<HTMLButtonElement>
  }

/** Press to do. A button says its verb and object. `type` is "button" unless it submits a form. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, className, children, isPending = false, onPress, ...rest } = props
  const t = useTranslations('common')
  useEffect(() => {
    if (isPending) announce(t('working'))
  }, [isPending, t])
  // React Aria's own `isPending` announces through an element that names this button, which by then may be gone.
  return (
    <AriaButton
      {...rest}
      type={isPending ? 'button' : (rest.type ?? 'button')}
      {...(onPress && !isPending ? { onPress } : {})}
      {...(isPending ? { 'aria-disabled': true } : {})}
      className={buttonStyle(variant, size, className)}
    >
      {isPending ? <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" /> : icon}
      {children}
    </AriaButton>
  )
}

export type LinkButtonProps = Look & {
  href: string
  /** True opens a new tab, for addresses outside the app. */
  isExternal?: boolean | undefined
  /** False for addresses whose page is heavy or does something when fetched. */
  prefetch?: boolean | undefined
}

/** Looks like a button, goes somewhere. */
export function LinkButton(props: LinkButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, className, children, href, isExternal, prefetch } = props
  const style = buttonStyle(variant, size, className)
  if (isExternal) {
    return (
      <a href={href} target="_blank" rel="noreferrer" className={style}>
        {icon}
        {children}
      </a>
    )
  }
  return (
    <Link href={href} className={style} {...(prefetch === undefined ? {} : { prefetch })}>
      {icon}
      {children}
    </Link>
  )
}
