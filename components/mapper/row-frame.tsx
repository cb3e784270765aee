'use client'

import { Grip, Link2, ListPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { cx } from '@/components/ui/cx'
import { Drawing } from './drawing'
import type { MapperWords } from './field-words'
import { useMapper, useMapperState } from './mapper-context'
import { otherSide, type Side } from './mapper-store'
import { usePalette } from './palette-context'

export type RowFrameProps = {
  t: MapperWords
  side: Side
  path: string
  name: string
  level: number
  hasChildren: boolean
  isOpen: boolean
  /** The pointer or the focus is on the row: its buttons show. */
  isActive: boolean
  /** What a screen reader hears after the name. */
  description: string
  /** Mark at the row's edge where links end. */
  port: 'none' | 'good' | 'warning' | 'error' | 'folded'
  children: ReactNode
}

const ports = {
  none: 'border-line-strong bg-surface-1',
  good: 'border-accent bg-accent',
  warning: 'border-warn bg-warn',
  error: 'border-bad bg-bad',
  folded: 'border-accent bg-accent-soft',
} as const

/** What rows of both trees share: indentation, handle, the port where links end, and the buttons on hover and focus. */
export function RowFrame({ t, side, path, name, level, hasChildren, isOpen, isActive, description, port, children }: RowFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // The row is named by its field alone; type, links and problems are its description.
    frame.current?.closest('[role="row"]')?.setAttribute('aria-description', description)
  }, [description])

  return (
    <div ref={frame} className="relative flex h-full min-w-0 items-center gap-2 px-4" style={{ paddingInlineStart: 8 + (level - 1) * 16 + (side === 'target' ? 8 : 0) }}>
      <span
        aria-hidden
        className={cx(
          // Neither moved nor made transparent: each row would be a stack of layers of its own.
          'absolute inset-y-0 my-auto size-2 rounded-full border',
          side === 'source' ? '-right-1' : '-left-1',
          port === 'none' && !isActive && 'invisible',
          ports[port],
        )}
      />
      {hasChildren ? (
        <button
          type="button" data-toggle tabIndex={-1} aria-label={isOpen ? t('row.collapse', { name }) : t('row.expand', { name })}
          className="-mx-1 flex size-6 shrink-0 items-center justify-center rounded-md text-ink-quiet hover:bg-surface-3"
        >
          <Drawing name={isOpen ? 'down' : 'right'} />
        </button>
      ) : (
        <span className="-mx-1 size-6 shrink-0" />
      )}
      {children}
      {isActive && (
        <>
          <RowButtons side={side} path={path} name={name} />
          <Grip aria-hidden className="size-3.5 shrink-0 text-ink-quiet" />
        </>
      )}
    </div>
  )
}

/** One press instead of a drag: link what is chosen on the other side to this row, or look for a partner by typing. */
function RowButtons({ side, path, name }: Pick<RowFrameProps, 'side' | 'path' | 'name'>) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const { openPalette } = usePalette()
  const partner = useMapperState(({ chosen }) => (chosen && chosen.side === otherSide(side) ? chosen.path : undefined))
  const partnerName = partner?.split('.').at(-1) ?? ''
  return (
    <span className="flex shrink-0 items-center">
      {partner !== undefined && (
        <IconButton
          size="small"
          excludeFromTabOrder
          label={t('row.linkHere', { partner: partnerName, name })}
          icon={<Link2 aria-hidden />}
          onPress={() => (side === 'target' ? actions.link(partner, path) : actions.link(path, partner))}
        />
      )}
      <IconButton
        size="small"
        excludeFromTabOrder
        label={side === 'source' ? t('row.mapTo', { name }) : t('row.mapFrom', { name })}
        icon={<ListPlus aria-hidden />}
        onPress={() => openPalette({ side, path })}
      />
    </span>
  )
}
