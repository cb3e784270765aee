'use client'

import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { cx } from './cx'
import { given } from './given'
import { tabStyle } from './tab-style'

export type TabEntry = { id: string; label: ReactNode; content: ReactNode; isDisabled?: boolean }

export type TabsProps = {
  label: string
  tabs: readonly TabEntry[]
  selected?: string
  onChange?: (id: string) => void
  className?: string
}

/** Several views of one thing in one place. Where each has an address of its own, use TabLinks. */
export function Tabs({ label, tabs, selected, onChange, className }: TabsProps) {
  return (
    <AriaTabs
      {...given({ selectedKey: selected })}
      onSelectionChange={(key) => onChange?.(String(key))}
      className={cx('flex min-w-0 flex-col', className)}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} isDisabled={tab.isDisabled ?? false} className={tabStyle}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
