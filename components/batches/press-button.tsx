'use client'

import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-style'
import { ErrorPanel } from '@/components/ui/error-panel'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'

type PressButtonProps = {
  label: string
  /** What it is about, where several buttons of one label stand under each other. */
  name?: string
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  onPress: () => Promise<ActionAnswer<unknown>>
  onDone: () => Promise<unknown>
}

/** One press, one change on the server; a refusal is explained below the button. */
export function PressButton({ label, name, variant, size, icon, onPress, onDone }: PressButtonProps) {
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<ExplainedError>()
  async function press() {
    setPending(true)
    setRefusal(undefined)
    try {
      const answer = await onPress()
      if (answer.ok) await onDone()
      else setRefusal(answer.error)
    } catch {
      setRefusal({ code: 'network', retryable: true })
    }
    setPending(false)
  }
  return (
    <>
      <Button variant={variant} size={size} icon={icon} isPending={isPending} {...(name ? { 'aria-label': `${label}: ${name}` } : {})} onPress={() => void press()}>
        {label}
      </Button>
      {refusal && <ErrorPanel error={refusal} className="w-full" />}
    </>
  )
}
