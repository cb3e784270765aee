import { messageAreas } from './message-areas'
import type { Locale } from './locales'

/** All messages of one language, by area. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const entries = await Promise.all(
    messageAreas.map(async (area) => [area, (await import(`./messages/${locale}/${area}.json`)).default] as const),
  )
  return Object.fromEntries(entries)
}
