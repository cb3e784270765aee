'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { cx } from './cx'
import { given } from './given'

type Slot = ReactNode | ((close: () => void) => ReactNode)

export type DialogProps = {
  title: ReactNode
  /** The button that opens it; without one give isOpen and onOpenChange. */
  trigger?: ReactElement
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
  children: Slot
  /** Buttons, the one that does it last. */
  footer?: Slot
  size?: 'small' | 'medium' | 'large'
  /** For questions that must be answered: Escape and a press outside do nothing. */
  isAlert?: boolean
}

const sizes = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-4xl' }

/** A question or a task of its own over the page; keeps the focus, gives it back. */
export function Dialog({ title, trigger, isOpen, onOpenChange, children, footer, size = 'medium', isAlert }: DialogProps) {
  const t = useTranslations('common')
  const state = given({ isOpen, onOpenChange })
  const modal = (
    <ModalOverlay
      {...(trigger ? {} : state)}
      isDismissable={!isAlert}
      className="fixed inset-0 z-50 flex items-end justify-center bg-[oklch(0.2_0.02_220_/_0.45)] sm:items-center sm:p-6"
    >
      <Modal
        className={cx(
          'flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-surface-1 shadow-float outline-none sm:rounded-lg',
          'data-entering:animate-[float-in_120ms_var(--ease-out)]',
          sizes[size],
        )}
      >
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="flex min-h-0 flex-col outline-none">
          {({ close }) => (
            <>
              <header className="flex items-start gap-3 px-5 pt-4 pb-2">
                <Heading slot="title" className="min-w-0 flex-1 text-16 font-semibold">
                  {title}
                </Heading>
                <Button
                  slot="close"
                  aria-label={t('close')}
                  className="-mt-1 -mr-2 flex size-8 items-center justify-center rounded-md text-ink-quiet hover:bg-surface-2 hover:text-ink"
                >
                  <X aria-hidden />
                </Button>
              </header>
              <div className="relative min-h-0 overflow-auto px-5 pt-1 pb-5">{typeof children === 'function' ? children(close) : children}</div>
              {footer && (
                <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                  {typeof footer === 'function' ? footer(close) : footer}
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
  if (!trigger) return modal
  return (
    <DialogTrigger {...state}>
      {trigger}
      {modal}
    </DialogTrigger>
  )
}
