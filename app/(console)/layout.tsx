import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ConsoleShell } from '@/components/shell/console-shell'
import { readTheme, sidebarCookie, themeCookie } from '@/components/shell/theme'
import { requireUser } from '@/lib/access/authorise'
import { signOutAction } from './settings/actions'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [user, jar] = await Promise.all([requireUser(), cookies()])
  return (
    <ConsoleShell
      userName={user.name}
      theme={readTheme(jar.get(themeCookie)?.value)}
      startsNarrow={jar.get(sidebarCookie)?.value === 'narrow'}
      signOut={signOutAction}
    >
      {children}
    </ConsoleShell>
  )
}
