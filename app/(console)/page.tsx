import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Fleet } from '@/components/flows/fleet'
import { DraftList } from '@/components/shell/start/draft-list'
import { FirstFlow } from '@/components/shell/start/first-flow'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireUser } from '@/lib/access/authorise'
import { listDrafts } from '@/lib/data/drafts'
import { env } from '@/lib/env'
import { readFleet } from '@/lib/monitoring/read-fleet'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('nav.overview') }
}

export default async function StartPage() {
  const user = await requireUser()
  const [drafts, fleet] = await Promise.all([listDrafts(user.id), readFleet()])
  const hasFlows = Object.entries(fleet.counts).some(([state, count]) => state !== 'deleted' && count > 0)
  if (drafts.length === 0 && !hasFlows) return <FirstFlow hasPractice={env().EMULATOR_URL !== undefined} />
  const t = await getTranslations('shell')
  return (
    <div className="page">
      <PageHeader
        title={t('nav.overview')}
        actions={
          <LinkButton href={paths.newFlow()} prefetch={false} variant="primary" icon={<Plus aria-hidden />}>
            {t('start.newFlow')}
          </LinkButton>
        }
      />
      {hasFlows && <Fleet first={fleet} />}
      {drafts.length > 0 && (
        <Section title={t('start.drafts.title')} lead={t('start.drafts.lead')}>
          <DraftList drafts={drafts} />
        </Section>
      )}
    </div>
  )
}
