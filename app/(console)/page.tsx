import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DraftList } from '@/components/shell/start/draft-list'
import { FirstFlow } from '@/components/shell/start/first-flow'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireUser } from '@/lib/access/authorise'
import { listDrafts } from '@/lib/data/drafts'
import { env } from '@/lib/env'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('nav.overview') }
}

export default async function StartPage() {
  const user = await requireUser()
  const drafts = await listDrafts(user.id)
  if (drafts.length === 0) return <FirstFlow hasPractice={env().EMULATOR_URL !== undefined} />
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
      <Section title={t('start.drafts.title')} lead={t('start.drafts.lead')}>
        <DraftList drafts={drafts} />
      </Section>
    </div>
  )
}
