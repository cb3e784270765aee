import { paths } from '@/lib/paths'

export type NavigationEntry = { key: 'overview' | 'flows' | 'connections' | 'workspaces' | 'settings'; href: string }

/** The rooms of the console, in the order they are shown. Labels: `shell.nav.<key>`. */
export const navigation: readonly NavigationEntry[] = [
  { key: 'overview', href: paths.home() },
  { key: 'flows', href: paths.flows() },
  { key: 'connections', href: paths.connections() },
  { key: 'workspaces', href: paths.workspaces() },
  { key: 'settings', href: paths.settings() },
]

/** Whether an address lies in the room of this entry. Pure. */
export function isWithin(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}
