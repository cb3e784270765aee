'use client'

import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { MenuButton } from '@/components/ui/menu-button'
import { localeCookie, locales } from '@/lib/i18n/locales'
import { keepCookie } from './keep-cookie'
import { languageNames } from './language-names'

/** Changes the language before anybody is signed in. */
export function LanguageMenu() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  return (
    <MenuButton
      label={t('language.label')}
      icon={<Languages aria-hidden />}
      isIconOnly
      variant="quiet"
      className="text-ink-quiet"
      items={locales.map((each) => ({
        id: each,
        label: languageNames[each],
        isDisabled: each === locale,
        onAction: () => {
          keepCookie(localeCookie, each)
          router.refresh()
        },
      }))}
    />
  )
}
