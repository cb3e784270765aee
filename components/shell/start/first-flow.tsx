import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import { JoiningStreams } from './joining-streams'

/** The start page while there is nothing yet: what this is, how it goes, and the one next action. */
export function FirstFlow({ hasPractice }: { hasPractice: boolean }) {
  const t = useTranslations('shell.start')
  const steps = ['connect', 'map', 'watch'] as const
  return (
    <div className="page">
      <div className="grid items-center gap-x-16 gap-y-10 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:py-10">
        <div>
          <h1 className="text-28 font-semibold">{t('first.title')}</h1>
          <p className="measure mt-3 text-16 text-ink-quiet">{t('first.lead')}</p>
          <div className="mt-6 flex flex-wrap gap-2">
            <LinkButton href={paths.newFlow()} prefetch={false} variant="primary" size="large" icon={<Plus aria-hidden />}>
              {t('first.action')}
            </LinkButton>
            <LinkButton href={paths.newWorkspace()} size="large">
              {t('first.addWorkspace')}
            </LinkButton>
          </div>
          {hasPractice && <p className="measure mt-4 text-13 text-ink-quiet">{t('first.practice')}</p>}
        </div>
        <JoiningStreams from="PayPal · Catalog_Products" to="XDM · Product" />
      </div>
      <ol className="mt-6 grid gap-x-8 gap-y-6 border-t border-line pt-6 sm:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span aria-hidden className="font-mono text-13 text-ink-quiet tabular-nums">
              {index + 1}
            </span>
            <div>
              <h2 className="text-14 font-semibold">{t(`steps.${step}.title`)}</h2>
              <p className="mt-0.5 text-13 text-ink-quiet">{t(`steps.${step}.body`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
