'use client'

import { useState } from 'react'
import { dropCookie, keepCookie } from './keep-cookie'
import { themeCookie, type Theme } from './theme'

/** The theme of this browser, and the way to change it: at once here, by cookie for the next page from the server. */
export function useTheme(start: Theme): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(start)
  return [
    theme,
    (next) => {
      setTheme(next)
      if (next === 'system') {
        delete document.documentElement.dataset.theme
        dropCookie(themeCookie)
      } else {
        document.documentElement.dataset.theme = next
        keepCookie(themeCookie, next)
      }
    },
  ]
}
