'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { auth } from '@/lib/access/auth'
import { authorise } from '@/lib/access/authorise'
import { preferenceCookie } from '@/lib/access/preference-cookies'
import { defineAction } from '@/lib/actions/define-action'
import { writeAudit } from '@/lib/audit/write-audit'
import { savePreferences } from '@/lib/data/users'
import { localeCookie, locales } from '@/lib/i18n/locales'
import { chosenZoneCookie, isTimeZone } from '@/lib/i18n/time-zone'
import { paths } from '@/lib/paths'

const saveLocale = defineAction({
  name: 'preferences.locale',
  audit: false,
  input: z.object({ locale: z.enum(locales) }),
  run: async ({ locale }, { user }) => {
    await savePreferences(user.id, { locale })
    ;(await cookies()).set(localeCookie, locale, preferenceCookie)
    return null
  },
})

export async function saveLocaleAction(raw: unknown) {
  return saveLocale(raw)
}

const saveTimeZone = defineAction({
  name: 'preferences.time-zone',
  audit: false,
  // Null follows the device.
  input: z.object({ timeZone: z.string().max(64).refine(isTimeZone).nullable() }),
  run: async ({ timeZone }, { user }) => {
    await savePreferences(user.id, { timeZone })
    const jar = await cookies()
    if (timeZone === null) jar.delete(chosenZoneCookie)
    else jar.set(chosenZoneCookie, timeZone, preferenceCookie)
    return null
  },
})

export async function saveTimeZoneAction(raw: unknown) {
  return saveTimeZone(raw)
}

/** Ends this session in the database and in the browser. */
export async function signOutAction(): Promise<void> {
  const user = await authorise()
  await auth().api.signOut({ headers: await headers() })
  await writeAudit({ actorId: user.id, action: 'sign-out' })
  redirect(paths.signIn())
}
