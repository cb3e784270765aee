'use client'

import { CircleUserRound, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { MenuButton } from '@/components/ui/menu-button'
import { paths } from '@/lib/paths'
import type { Theme } from './theme'
import { useTheme } from './use-theme'

export type UserMenuProps = { name: string; isIconOnly: boolean; theme: Theme; signOut: () => Promise<void>; placement: 'top start' | 'bottom end' }

const themeIcons = { system: <Monitor aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> }
const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const

/** Who is here, and the way out. */
export function UserMenu({ name, isIconOnly, theme: startTheme, signOut, placement }: UserMenuProps) {
  const t = useTranslations('shell')
  const [theme, chooseTheme] = useTheme(startTheme)
  return (
    <MenuButton
      label={isIconOnly ? t('userMenu.label', { name }) : name}
      icon={<CircleUserRound aria-hidden />}
      isIconOnly={isIconOnly}
      variant="quiet"
      placement={placement}
      className={isIconOnly ? 'text-ink-quiet' : 'min-w-0 shrink justify-start px-2 font-normal text-ink'}
      items={[
        {
          id: 'theme',
          label: t('theme.now', { theme: t(`theme.${theme}`) }),
          description: t('theme.change', { theme: t(`theme.${nextTheme[theme]}`) }),
          icon: themeIcons[theme],
          onAction: () => chooseTheme(nextTheme[theme]),
        },
        { id: 'settings', label: t('nav.settings'), icon: <Settings aria-hidden />, href: paths.settings() },
        { id: 'sign-out', label: t('userMenu.signOut'), icon: <LogOut aria-hidden />, onAction: () => void signOut() },
      ]}
    />
  )
}
