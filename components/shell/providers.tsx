'use client'

import { useRouter } from 'next/navigation'
import { useEffect, type ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { QueryProvider } from '@/components/query/query-provider'
import { deviceZoneCookie } from '@/lib/i18n/time-zone'
import { keepCookie, readCookie } from './keep-cookie'

/** What every component in the browser may rely on: language, navigation without reloads, the cache of reads. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  const router = useRouter()

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || readCookie(deviceZoneCookie) === zone) return
    keepCookie(deviceZoneCookie, zone)
    router.refresh()
  }, [router])

  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(path) => router.push(path)}>
        <QueryProvider>{children}</QueryProvider>
      </RouterProvider>
    </I18nProvider>
  )
}
