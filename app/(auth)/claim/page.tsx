import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClaimForm } from '@/components/access/claim-form'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { hasAnyUser, isClaimOpen } from '@/lib/access/claim'
import { paths } from '@/lib/paths'
import { claimAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('claim.title') }
}

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function ClaimPage({ searchParams }: Props) {
  const t = await getTranslations('access')
  const { token } = await searchParams
  if (typeof token === 'string' && (await isClaimOpen(token))) {
    return (
      <>
        <h1 className="text-20 font-semibold">{t('claim.title')}</h1>
        <p className="mt-1 mb-6 text-ink-quiet">{t('claim.lead')}</p>
        <ClaimForm token={token} claim={claimAction} />
      </>
    )
  }
  const isTaken = await hasAnyUser()
  return (
    <>
      <h1 className="mb-6 text-20 font-semibold">{t('claim.title')}</h1>
      <Callout
        tone="warn"
        title={t(isTaken ? 'claim.taken.title' : 'claim.wrongToken.title')}
        actions={isTaken && <LinkButton href={paths.signIn()}>{t('signIn.title')}</LinkButton>}
      >
        {t(isTaken ? 'claim.taken.body' : 'claim.wrongToken.body')}
      </Callout>
    </>
  )
}
