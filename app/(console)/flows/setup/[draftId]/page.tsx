import { notFound, redirect } from 'next/navigation'
import { requireUser } from '@/lib/access/authorise'
import { getDraft } from '@/lib/data/drafts'
import { paths } from '@/lib/paths'

/** A draft without a step leads to where it was left. */
export default async function ResumeDraftPage({ params }: { params: Promise<{ draftId: string }> }) {
  const user = await requireUser()
  const draft = await getDraft((await params).draftId, user.id)
  if (!draft) notFound()
  redirect(paths.setup(draft.id, draft.step))
}
