'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ProvisioningStepView, ProvisioningView } from '@/lib/provisioning/provisioning-view'
import type { CreationActions } from './creation-actions'
import { sortForUndo } from './sort-for-undo'

type UndoButtonProps = { view: ProvisioningView; undo: CreationActions['undo']; onChanged: () => Promise<unknown> }

/** Asks before everything made so far is removed, naming each thing that goes and each that stays. */
export function UndoButton({ view, undo, onChanged }: UndoButtonProps) {
  const t = useTranslations('create')
  const named = ({ kind, name }: ProvisioningStepView) => t('undo.item', { kind: t(`kinds.${kind}`), name })
  const { goes, stays, unsure } = sortForUndo(view.steps)
  const count = goes.length + unsure.length
  return (
    <ConfirmDialog
      title={t('undo.title')}
      trigger={<Button icon={<Undo2 aria-hidden />}>{t('undo.action')}</Button>}
      confirmLabel={count === 0 ? t('undo.action') : t('undo.confirm', { count })}
      goes={[...goes.map(named), ...unsure.map((step) => t('undo.unsure', { thing: named(step) }))]}
      stays={[...stays.map(named), t('undo.staysDraft')]}
      onConfirm={async () => {
        try {
          const answer = await undo({ flowId: view.flowId })
          if (!answer.ok) return answer.error
          await onChanged()
        } catch {
          return { code: 'network', retryable: true }
        }
      }}
    >
      {count === 0 && <p>{t('undo.nothing')}</p>}
    </ConfirmDialog>
  )
}
