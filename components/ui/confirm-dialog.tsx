'use client'

import { Minus, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { ExplainedError } from '@/lib/explained-error'
import { Button } from './button'
import { Dialog } from './dialog'
import { ErrorPanel } from './error-panel'
import { TextField } from './text-field'

export type ConfirmDialogProps = {
  title: ReactNode
  trigger?: ReactElement
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
  children?: ReactNode
  /** What will be gone, with counts. */
  goes?: readonly ReactNode[]
  /** What stays as it is. */
  stays?: readonly ReactNode[]
  /** Verb and object, e.g. "Delete flow". */
  confirmLabel: string
  /** When given, this name has to be typed first: for what cannot be undone. */
  confirmName?: string
  isDanger?: boolean
  /** Does it; an answered error is shown and the dialog stays open. */
  onConfirm: () => Promise<ExplainedError | undefined | void>
}

/** Asks before something is lost: says exactly what goes and what stays. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, trigger, children, goes, stays, confirmLabel, confirmName, isDanger = true, onConfirm } = props
  const t = useTranslations('common')
  const [ownOpen, setOwnOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [typedWrong, setTypedWrong] = useState(false)
  const [error, setError] = useState<ExplainedError>()
  const [isPending, setPending] = useState(false)
  const isOpen = props.isOpen ?? ownOpen
  const setOpen = (next: boolean) => {
    if (isPending) return
    setTyped('')
    setTypedWrong(false)
    setError(undefined)
    setOwnOpen(next)
    props.onOpenChange?.(next)
  }

  async function confirm() {
    if (confirmName !== undefined && typed.trim() !== confirmName.trim()) return setTypedWrong(true)
    setPending(true)
    setError(undefined)
    const failure = await onConfirm().finally(() => setPending(false))
    if (failure) return setError(failure)
    setOwnOpen(false)
    props.onOpenChange?.(false)
  }

  return (
    <Dialog
      title={title}
      {...(trigger ? { trigger } : {})}
      isOpen={isOpen}
      onOpenChange={setOpen}
      isAlert
      size="small"
      footer={
        <>
          <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} isPending={isPending} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <ConsequenceList title={t('confirm.goes')} items={goes} icon={<Minus aria-hidden className="mt-0.5 text-bad" />} />
        <ConsequenceList title={t('confirm.stays')} items={stays} icon={<ShieldCheck aria-hidden className="mt-0.5 text-good" />} />
        {confirmName !== undefined && (
          <TextField
            label={t('confirm.typeName', { name: confirmName })}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            errorMessage={typedWrong ? t('confirm.nameDiffers', { name: confirmName }) : undefined}
          />
        )}
        {error && <ErrorPanel error={error} />}
      </div>
    </Dialog>
  )
}

type ConsequenceListProps = { title: string; items: readonly ReactNode[] | undefined; icon: ReactNode }

function ConsequenceList({ title, items, icon }: ConsequenceListProps) {
  if (!items?.length) return null
  return (
    <div>
      <h3 className="text-13 font-semibold">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {items.map((item, index) => (
          <li key={index} className="flex gap-2 text-14">
            {icon}
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
