import { useFormatter, useNow, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import type { Freshness } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'

/** Says of which workspaces the figures are old, how old, and what Adobe said; nothing when all are fresh. */
export function StaleNote({ stale, className }: { stale: readonly Freshness[]; className?: string }) {
  const t = useTranslations('flows.stale')
  const e = useTranslations('errors')
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  if (stale.length === 0) return null
  return (
    <div className={className}>
      {stale.map(({ workspaceId, workspaceName, succeededAt, error }) => (
        <Callout key={workspaceId} tone="warn" title={t('title', { workspace: workspaceName })} className="mb-3">
          {succeededAt ? t('age', { age: format.relativeTime(new Date(succeededAt), now) }) : t('never')}{' '}
          {error && e.has(`${error.code}.title`) && `${e(`${error.code}.title`, error.values ?? {})}. `}
          {error?.adobe?.requestId && t('requestId', { id: error.adobe.requestId })}{' '}
          {t('flowsGoOn')}{' '}
          <Link href={paths.workspace(workspaceId)} className="prose-link">
            {t('test')}
          </Link>
        </Callout>
      ))}
    </div>
  )
}
