import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ChosenAccount } from '@/components/batches/account-choice'
import { SeveralFlows } from '@/components/batches/several-flows'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { systemClock } from '@/lib/clock'
import { getDraft } from '@/lib/data/drafts'
import { sourceKindOf, sourceNameOf } from '@/lib/flows/source-facts'
import { paths } from '@/lib/paths'
import { findSource } from '@/lib/sources/catalogue'
import { listWorkspaces } from '@/lib/workspaces/workspaces'
import { startBatchAction } from '../batches/actions'
import { createConnectionAction } from '../setup/[draftId]/connection-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('several.title') }
}

type Props = { searchParams: Promise<{ like?: string | string[] }> }

export default async function SeveralFlowsPage({ searchParams }: Props) {
  const user = await requireUser()
  const { like } = await searchParams
  const [t, workspaces, initial] = await Promise.all([
    getTranslations('batches.several'), listWorkspaces(), typeof like === 'string' ? accountOf(like, user.id) : undefined,
  ])
  const [only] = workspaces.length === 1 ? workspaces : []
  return (
    <div className="page">
      <PageHeader title={t('title')} lead={t('lead')} breadcrumbs={[{ label: t('flows'), href: paths.flows() }]} />
      <SeveralFlows
        workspaces={workspaces.map(({ id, name, sandbox }) => ({ id, name, sandbox }))}
        initial={initial ?? { workspaceId: only?.id, source: undefined, connection: undefined }}
        start={startBatchAction}
        createConnection={createConnectionAction}
        stamp={systemClock.now().toISOString().slice(0, 16).replace('T', ' ').replace(':', '')}
      />
    </div>
  )
}

/** The account that a draft reads, for somebody who wants more of it. */
async function accountOf(draftId: string, ownerId: string): Promise<ChosenAccount | undefined> {
  const source = (await getDraft(draftId, ownerId))?.answers.source
  const { workspaceId, sourceKey, connectionSpec, baseConnectionId, connectionName } = source ?? {}
  if (!workspaceId || !sourceKey || !connectionSpec || !baseConnectionId) return undefined
  const known = findSource(sourceKey)
  return {
    workspaceId,
    source: {
      key: sourceKey, name: sourceNameOf(source), kind: sourceKindOf(source), status: 'current', connectionSpec, auths: [],
      isKnown: known !== undefined, isPreset: known?.isPreset === true, isOffered: true, resources: known?.resources ?? [],
    },
    connection: { id: baseConnectionId, name: connectionName ?? baseConnectionId },
  }
}
