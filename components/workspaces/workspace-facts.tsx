import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { IdText } from '@/components/ui/id-text'
import { Section } from '@/components/ui/section'
import { TimeText } from '@/components/ui/time-text'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'

/** What the workspace stands for. Of the secret only that it is kept. */
export function WorkspaceFacts({ workspace }: { workspace: WorkspaceView }) {
  const t = useTranslations('workspaces')
  const mono = (text: string) => <code className="text-12 break-words">{text}</code>
  return (
    <Section title={t('detail.facts')}>
      <Facts
        facts={[
          { label: t('fields.orgId'), value: <IdText value={workspace.orgId} isWhole /> },
          ...(workspace.tenantId ? [{ label: t('fields.tenantId'), value: <IdText value={`_${workspace.tenantId}`} isWhole /> }] : []),
          { label: t('fields.sandbox'), value: mono(workspace.sandbox) },
          { label: t('fields.clientId'), value: <IdText value={workspace.clientId} isWhole /> },
          { label: t('fields.clientSecret'), value: t('detail.secret') },
          { label: t('fields.scopes'), value: mono(workspace.scopes.split(',').join(', ')) },
          { label: t('fields.platformOrigin'), value: mono(workspace.platformOrigin) },
          { label: t('fields.imsOrigin'), value: mono(workspace.imsOrigin) },
          { label: t('fields.createdAt'), value: <TimeText value={workspace.createdAt} exact /> },
        ]}
      />
    </Section>
  )
}
