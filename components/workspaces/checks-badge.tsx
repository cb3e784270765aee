import { useTranslations } from 'next-intl'
import { StateBadge } from '@/components/ui/state-badge'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'

/** The last test of a workspace in a word. */
export function ChecksBadge({ checks }: { checks: WorkspaceView['checks'] }) {
  const t = useTranslations('workspaces.checks')
  if (!checks?.length) return <StateBadge tone="quiet">{t('notTested')}</StateBadge>
  const failed = checks.filter((check) => check.state === 'failed').length
  return failed === 0 ? (
    <StateBadge tone="good">{t('allPassed')}</StateBadge>
  ) : (
    <StateBadge tone="bad">{t('someFailed', { count: failed })}</StateBadge>
  )
}
