'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cx } from './cx'

export type ScrollBoxProps = { label: string; children: ReactNode; className?: string | undefined }

/** Scrolls its content inside itself, and takes the keyboard's focus only while there is something to scroll to. */
export function ScrollBox({ label, children, className }: ScrollBoxProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [isScrollable, setScrollable] = useState(false)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const look = () => setScrollable(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
    const observer = new ResizeObserver(look)
    observer.observe(box)
    if (box.firstElementChild) observer.observe(box.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={ref}
      {...(isScrollable ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
      className={cx('relative min-w-0 overflow-auto focus-visible:-outline-offset-2', className)}
    >
      {children}
    </div>
  )
}
