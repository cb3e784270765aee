import 'server-only'
import { readPreferences } from '@/lib/data/users'
import { localeCookie } from '@/lib/i18n/locales'
import { chosenZoneCookie } from '@/lib/i18n/time-zone'

const yearSeconds = 31_536_000

/** How both cookies are kept: read by pages, worth nothing to a thief. */
export const preferenceCookie = { path: '/', maxAge: yearSeconds, sameSite: 'lax' } as const

/** The cookies by which a new device speaks to a person as their other devices do. */
export async function preferenceCookiesOf(userId: string): Promise<[name: string, value: string][]> {
  const { locale, timeZone } = await readPreferences(userId)
  const wanted: [string, string | null][] = [
    [localeCookie, locale],
    [chosenZoneCookie, timeZone],
  ]
  return wanted.filter((entry): entry is [string, string] => entry[1] !== null)
}
