'use client'

import { Menu } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { BrandMark } from '@/components/ui/brand-mark'
import { MenuButton } from '@/components/ui/menu-button'
import { paths } from '@/lib/paths'
import { navigation } from './navigation'
import { NavigationIcon } from './navigation-icon'

/** The same rooms on narrow screens: one line at the top, the list behind a button. */
export function TopBar({ userMenu }: { userMenu: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b border-line bg-surface-1 px-3 lg:hidden">
      <MenuButton
        label={t('nav.label')}
        icon={<Menu aria-hidden />}
        isIconOnly
        variant="quiet"
        placement="bottom start"
        className="text-ink"
        items={navigation.map((entry) => ({
          id: entry.key,
          label: t(`nav.${entry.key}`),
          href: entry.href,
          icon: <NavigationIcon of={entry.key} />,
        }))}
      />
      <Link href={paths.home()} className="flex h-10 flex-1 items-center gap-2 text-16 font-semibold tracking-tight">
        <BrandMark />
        Tributary
      </Link>
      {userMenu}
    </header>
  )
}
