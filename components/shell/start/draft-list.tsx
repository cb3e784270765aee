import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { TimeText } from '@/components/ui/time-text'
import { paths, setupSteps, type SetupStep } from '@/lib/paths'
import { findSource } from '@/lib/sources/catalogue'

export type ResumableDraft = {
  id: string
  name?: string
  step: SetupStep
  updatedAt: Date
  workspaceName?: string
  sourceKey?: string
  table?: string
  /** It is to change a flow that lives. */
  isChange: boolean
}

/** Flows begun and not finished, each a way back to where it was left. */
export function DraftList({ drafts }: { drafts: readonly ResumableDraft[] }) {
  const t = useTranslations('shell.start')
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface-1">
      {drafts.map((draft) => {
        const source = draft.sourceKey === undefined ? undefined : findSource(draft.sourceKey)?.name
        const facts = [source, draft.name ? draft.table : undefined, draft.workspaceName].filter((fact) => fact !== undefined)
        const step = setupSteps.indexOf(draft.step) + 1
        return (
          <li key={draft.id}>
            <Link
              href={paths.setup(draft.id, draft.step)}
              prefetch={false}
              className="group flex flex-wrap items-center gap-x-4 gap-y-0.5 px-3 py-2 transition-colors hover:bg-surface-2 focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1 basis-56">
                <span className="block truncate font-medium">{draft.name ?? draft.table ?? t('drafts.unnamed')}</span>
                {facts.length > 0 && <span className="block truncate text-13 text-ink-quiet">{facts.join(' · ')}</span>}
              </span>
              <span className="text-13 text-ink-quiet">
                {draft.isChange ? t('drafts.change') : t('drafts.step', { step, count: setupSteps.length, name: t(`drafts.steps.${draft.step}`) })}
              </span>
              <TimeText value={draft.updatedAt} className="w-28 text-13 text-ink-quiet sm:text-right" />
              <ArrowRight aria-hidden className="text-ink-quiet transition-transform group-hover:translate-x-0.5 group-hover:text-accent" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
