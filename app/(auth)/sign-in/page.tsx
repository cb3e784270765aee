import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/access/sign-in-form'
import { Callout } from '@/components/ui/callout'
import { isSignedIn } from '@/lib/access/authorise'
import { hasAnyUser } from '@/lib/access/claim'
import { safeNextAddress } from '@/lib/access/next-address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('signIn.title') }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNextAddress((await searchParams).next)
  if (await isSignedIn()) redirect(next)
  const t = await getTranslations('access')
  return (
    <>
      <h1 className="mb-6 text-20 font-semibold">{t('signIn.title')}</h1>
      {(await hasAnyUser()) ? (
        <SignInForm next={next} />
      ) : (
        <Callout tone="info" title={t('unclaimed.title')}>
          {t('unclaimed.body')}
        </Callout>
      )}
    </>
  )
}
