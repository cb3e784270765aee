import type { Locale } from '@/lib/i18n/locales'

/** Each language by its own name, so that whoever needs it can read it. */
export const languageNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }
