'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { cx } from '@/components/ui/cx'
import { IdText } from '@/components/ui/id-text'
import type { ConnectionView } from '../setup-actions'

/** The form that was pressed in is gone; the focus goes to what came of it instead of being lost. */
const takeFocus = (element: HTMLElement | null) => element?.focus()

/** An account that was connected a moment ago. */
export function MadeNote({ connection, className }: { connection: ConnectionView; className?: string }) {
  const t = useTranslations('setup.source')
  return (
    <div ref={takeFocus} tabIndex={-1} className={cx('rounded-md', className)}>
      <Callout tone="good" role="status" title={t('madeTitle')}>
        <span className="flex flex-wrap items-center gap-2">
          {t('madeBody', { name: connection.name })}
          <IdText value={connection.id} copyLabel={t('copyConnectionId')} />
        </span>
      </Callout>
    </div>
  )
}
