'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { announce } from '@/components/ui/live-region'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import { phaseOf } from './use-provisioning'

/** Says to a screen reader what has come since the last look, in one sentence. A failure speaks for itself, as an alert. */
export function useProgressVoice(view: ProvisioningView | undefined) {
  const t = useTranslations('create')
  const format = useFormatter()
  const before = useRef<ProvisioningView>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = view
    if (!view || !last || last.kind !== view.kind) return
    const phase = phaseOf(view)
    if (phase !== phaseOf(last) && (phase === 'created' || phase === 'changed' || phase === 'undone')) {
      announce(t(`phases.${phase}.title`))
      return
    }
    const settled = view.kind === 'undo' ? 'removed' : 'done'
    const arrived = view.steps.filter(({ key, state }) => state === settled && last.steps.some((step) => step.key === key && step.state !== settled))
    if (arrived.length === 0) return
    const kinds = format.list(arrived.map(({ kind }) => t(`kinds.${kind}`)))
    announce(t(`voice.${settled}`, { kinds, done: view.done, total: view.total }))
  }, [format, t, view])
}
