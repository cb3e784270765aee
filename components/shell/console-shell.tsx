'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Sidebar } from './sidebar'
import type { Theme } from './theme'
import { TopBar } from './top-bar'
import { UserMenu } from './user-menu'

export type ConsoleShellProps = {
  userName: string
  theme: Theme
  startsNarrow: boolean
  signOut: () => Promise<void>
  children: ReactNode
}

/** The frame of everything behind the door. */
export function ConsoleShell({ userName, theme, startsNarrow, signOut, children }: ConsoleShellProps) {
  const t = useTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <a
        href="#main"
        className="sr-only rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {t('skipToContent')}
      </a>
      <Sidebar
        startsNarrow={startsNarrow}
        renderUserMenu={(isNarrow) => (
          <UserMenu name={userName} isIconOnly={isNarrow} theme={theme} signOut={signOut} placement="top start" />
        )}
      />
      <TopBar userMenu={<UserMenu name={userName} isIconOnly theme={theme} signOut={signOut} placement="bottom end" />} />
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  )
}
