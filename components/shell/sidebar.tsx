'use client'

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { BrandMark } from '@/components/ui/brand-mark'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { paths } from '@/lib/paths'
import { keepCookie } from './keep-cookie'
import { isWithin, navigation } from './navigation'
import { NavigationIcon } from './navigation-icon'
import { sidebarCookie } from './theme'

export type SidebarProps = { startsNarrow: boolean; renderUserMenu: (isNarrow: boolean) => ReactNode }

/** The rooms at the left of wide screens; folds to its icons, which the mapping's two trees are glad of. */
export function Sidebar({ startsNarrow, renderUserMenu }: SidebarProps) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const [isNarrow, setNarrow] = useState(startsNarrow)

  function fold(next: boolean) {
    setNarrow(next)
    keepCookie(sidebarCookie, next ? 'narrow' : 'wide')
  }

  return (
    <header
      className={cx(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface-1 px-2 py-3 lg:flex',
        isNarrow ? 'w-13' : 'w-56',
      )}
    >
      <Link
        href={paths.home()}
        aria-label="Tributary"
        className={cx('mb-4 flex h-8 items-center gap-2 rounded-md text-16 font-semibold tracking-tight', isNarrow ? 'justify-center' : 'px-2')}
      >
        <BrandMark />
        {!isNarrow && 'Tributary'}
      </Link>
      <nav aria-label={t('nav.label')} className="flex-1">
        <ul className="flex flex-col gap-0.5">
          {navigation.map((entry) => {
            const isCurrent = isWithin(pathname, entry.href)
            return (
              <li key={entry.key}>
                <Link
                  href={entry.href}
                  aria-current={isCurrent ? 'page' : undefined}
                  title={isNarrow ? t(`nav.${entry.key}`) : undefined}
                  className={cx(
                    'flex h-8 items-center gap-2.5 rounded-md text-14 text-ink-quiet transition-colors hover:bg-surface-2 hover:text-ink',
                    isNarrow ? 'justify-center' : 'px-2',
                    isCurrent && 'bg-surface-3 font-medium text-ink hover:bg-surface-3',
                  )}
                >
                  <NavigationIcon of={entry.key} />
                  <span className={cx(isNarrow && 'sr-only')}>{t(`nav.${entry.key}`)}</span>
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className={cx('flex items-center gap-1', isNarrow ? 'flex-col-reverse' : 'justify-between')}>
        {renderUserMenu(isNarrow)}
        <IconButton
          label={t(isNarrow ? 'sidebar.unfold' : 'sidebar.fold')}
          icon={isNarrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
          onPress={() => fold(!isNarrow)}
        />
      </div>
    </header>
  )
}
