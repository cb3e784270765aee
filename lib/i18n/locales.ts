/** The languages the app speaks. Pure. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'tributary-locale'

/** The stored choice wins; else the first language of the Accept-Language header that we speak; else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | undefined): Locale {
  const known = locales.find((locale) => locale === chosen)
  if (known) return known
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}
