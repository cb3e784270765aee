import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StartDraft } from '@/components/setup/start-draft'
import { requireUser } from '@/lib/access/authorise'
import { startDraftAction } from '../setup/[draftId]/draft-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('frame.newFlow') }
}

type NewFlowPageProps = { searchParams: Promise<{ workspace?: string | string[]; like?: string | string[] }> }

/** Begins a draft as soon as the page is really shown, so that fetching this address ahead of need makes none. */
export default async function NewFlowPage({ searchParams }: NewFlowPageProps) {
  await requireUser()
  const { workspace, like } = await searchParams
  return (
    <StartDraft
      startDraft={startDraftAction}
      {...(typeof workspace === 'string' ? { workspaceId: workspace } : {})}
      {...(typeof like === 'string' ? { likeDraftId: like } : {})}
    />
  )
}
