'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { tabStyle } from './tab-style'

export type TabLinksProps = { label: string; tabs: readonly { href: string; label: ReactNode }[] }

/** Tabs whose views are pages of their own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname()
  // A page below a tab's own belongs to it; where one tab lies below another, the nearer one counts.
  const near = tabs.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0]
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.href === near?.href ? (pathname === tab.href ? 'page' : 'true') : undefined} className={tabStyle}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
