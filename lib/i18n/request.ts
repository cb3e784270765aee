import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { log } from '@/lib/log'
import { loadMessages } from './messages'
import { chooseLocale, localeCookie } from './locales'

/** next-intl's entry: the person's choice (a cookie), else what the browser asks for, else English. No address carries it. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const asked = (await headers()).get('accept-language') ?? undefined
  const locale = chooseLocale(chosen, asked)
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: 'UTC',
    // A text that is missing or cannot be filled in is a defect of the app: it is logged, and its name stands in its place.
    onError: (error) => log.error('text.failed', { code: error.code, reason: error.originalMessage ?? error.message }),
  }
})
