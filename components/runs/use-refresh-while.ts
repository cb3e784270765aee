'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 10_000

/** Reads the page anew again and again while `isMoving`, but not in a tab that nobody sees. */
export function useRefreshWhile(isMoving: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!isMoving) return
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isMoving, router])
}
