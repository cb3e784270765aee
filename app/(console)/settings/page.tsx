import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { SettingsForm } from '@/components/shell/settings-form'
import { readTheme, themeCookie } from '@/components/shell/theme'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireUser } from '@/lib/access/authorise'
import { chosenZoneCookie } from '@/lib/i18n/time-zone'
import { saveLocaleAction, saveTimeZoneAction, signOutAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('nav.settings') }
}

export default async function SettingsPage() {
  const user = await requireUser()
  const [t, jar] = await Promise.all([getTranslations('shell'), cookies()])
  return (
    <div className="page">
      <PageHeader title={t('nav.settings')} lead={t('settings.lead')} />
      <Section title={t('settings.appearance')}>
        <SettingsForm
          theme={readTheme(jar.get(themeCookie)?.value)}
          timeZone={jar.get(chosenZoneCookie)?.value ?? null}
          timeZones={Intl.supportedValuesOf('timeZone')}
          saveLocale={saveLocaleAction}
          saveTimeZone={saveTimeZoneAction}
        />
      </Section>
      <Section title={t('settings.account')}>
        <Facts
          facts={[
            { label: t('settings.name'), value: user.name },
            { label: t('settings.email'), value: user.email },
          ]}
        />
        <form action={signOutAction} className="mt-4">
          <Button type="submit">{t('userMenu.signOut')}</Button>
        </form>
      </Section>
    </div>
  )
}
