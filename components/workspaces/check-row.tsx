import { LoaderCircle, MinusCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ErrorPanel } from '@/components/ui/error-panel'
import { StateBadge } from '@/components/ui/state-badge'
import type { WorkspaceCheck } from '@/lib/workspaces/workspace-view'

/** The checks in the order they depend on each other. */
export const checkKeys = ['token', 'organisation', 'sandbox', 'role', 'sources'] as const

export type CheckRowProps = { name: (typeof checkKeys)[number]; check: WorkspaceCheck | undefined; isPending: boolean }

/** One check: what was asked, what came of it, and where it failed Adobe's own words with the remedy. */
export function CheckRow({ name, check, isPending }: CheckRowProps) {
  const t = useTranslations('workspaces.checks')
  const shown = isPending ? undefined : check
  return (
    <li className="px-4 py-2.5">
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        <CheckState check={shown} isPending={isPending} />
        <div className="min-w-0">
          <p className="text-14 font-medium">{t(`${name}.title`)}</p>
          <p className="text-13 text-ink-quiet">{t(`${name}.body`)}</p>
          {shown?.detail && <p className="mt-0.5 font-mono text-12 break-words">{detailText(shown.detail)}</p>}
        </div>
      </div>
      {shown?.error && <ErrorPanel error={shown.error} startsOpen className="mt-2 sm:ml-34" />}
    </li>
  )

  function detailText(detail: string): string {
    if (name === 'sandbox' && shown?.state === 'failed') return t('sandbox.known', { names: detail })
    if (name === 'organisation') return t('organisation.tenant', { tenant: detail })
    return detail
  }
}

function CheckState({ check, isPending }: Pick<CheckRowProps, 'check' | 'isPending'>) {
  const t = useTranslations('workspaces.checks')
  if (isPending) {
    return (
      <StateBadge tone="quiet" className="self-start" icon={<LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />}>
        {t('states.testing')}
      </StateBadge>
    )
  }
  if (!check) return <StateBadge tone="quiet" className="self-start">{t('notTested')}</StateBadge>
  const tones = { passed: 'good', failed: 'bad', skipped: 'quiet' } as const
  return (
    <StateBadge
      tone={tones[check.state]}
      className="self-start"
      {...(check.state === 'skipped' ? { icon: <MinusCircle aria-hidden /> } : {})}
    >
      {t(`states.${check.state}`)}
    </StateBadge>
  )
}
