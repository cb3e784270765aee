import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { NonceMeta } from '@/components/shell/nonce-meta'
import { Providers } from '@/components/shell/providers'
import { readTheme, themeCookie } from '@/components/shell/theme'
import { LiveRegion } from '@/components/ui/live-region'
import { chooseTimeZone, chosenZoneCookie, deviceZoneCookie } from '@/lib/i18n/time-zone'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: 'Tributary', template: '%s · Tributary' },
    description: t('description'),
    icons: { icon: '/icon.svg' },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, sent] = await Promise.all([getLocale(), cookies(), headers()])
  const theme = readTheme(jar.get(themeCookie)?.value)
  const chosenZone = jar.get(chosenZoneCookie)?.value
  const timeZone = chooseTimeZone(chosenZone, jar.get(deviceZoneCookie)?.value)
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })} suppressHydrationWarning>
      <head>
        <NonceMeta nonce={sent.get('x-nonce') ?? ''} />
      </head>
      <body>
        <NextIntlClientProvider now={new Date()} timeZone={timeZone}>
          <Providers locale={locale}>{children}</Providers>
          <LiveRegion />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
