'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { paths } from '@/lib/paths'
import { useDraft, useSetup } from '../draft/setup-provider'

const sections = ['source', 'data', 'target', 'mapping', 'schedule', 'review'] as const

/** The steps on which two copies of a draft disagree. */
function differing(mine: DraftAnswers, theirs: DraftAnswers) {
  return sections.filter((section) => JSON.stringify(mine[section]) !== JSON.stringify(theirs[section]))
}

/** Two tabs on one draft: says on which steps they differ and lets the person choose; nothing is overwritten before. */
export function ConflictBanner() {
  const t = useTranslations('setup')
  const format = useFormatter()
  const { store } = useSetup()
  const { save, theirs, answers } = useDraft()

  if (save === 'missing') {
    return (
      <Callout tone="bad" role="alert" title={t('missing.title')} actions={<LinkButton href={paths.newFlow()} prefetch={false}>{t('missing.action')}</LinkButton>}>
        {t('missing.body')}
      </Callout>
    )
  }
  if (save !== 'conflict' || !theirs) return null
  const steps = differing(answers, theirs.answers).map((step) => t(`steps.${step}`))
  const time = format.dateTime(new Date(theirs.updatedAt), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  return (
    <Callout
      tone="warn"
      role="alert"
      title={t('conflict.title', { time })}
      actions={
        <>
          <Button onPress={() => store.resolve('theirs')}>{t('conflict.takeTheirs')}</Button>
          <Button onPress={() => store.resolve('mine')}>{t('conflict.keepMine')}</Button>
        </>
      }
    >
      {steps.length === 0 ? t('conflict.same') : t('conflict.body', { steps: format.list(steps, { type: 'conjunction' }) })}
    </Callout>
  )
}
