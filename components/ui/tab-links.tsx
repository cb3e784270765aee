'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { tabStyle } from './tab-style'

export type TabLinksProps = { label: string; tabs: readonly { href: string; label: ReactNode }[] }

/** Tabs whose views are pages of their own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={pathname === tab.href ? 'page' : undefined} className={tabStyle}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
