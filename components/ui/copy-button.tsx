'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'
import { announce } from './live-region'

export type CopyButtonProps = {
  value: string | (() => string)
  /** What is copied, e.g. "Copy dataflow id"; "Copy" when absent. */
  label?: string | undefined
  /** Shows the label beside the icon. */
  hasText?: boolean
  className?: string
}

/** Copies, and says so. */
export function CopyButton({ value, label, hasText = false, className }: CopyButtonProps) {
  const t = useTranslations('common')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof value === 'function' ? value() : value)
      setState('copied')
      announce(t('copied'))
    } catch {
      setState('failed')
      announce(t('copyFailed'), 'assertive')
    }
  }

  const said = { idle: label ?? t('copy'), copied: t('copied'), failed: t('copyFailed') }[state]
  const icon = state === 'copied' ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />
  const look = className === undefined ? {} : { className }
  if (!hasText) return <IconButton size="small" label={said} icon={icon} onPress={copy} {...look} />
  return (
    <Button size="small" icon={icon} onPress={copy} {...look}>
      {said}
    </Button>
  )
}
