/** Light, dark, or as the device has it. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'tributary-theme'
export const sidebarCookie = 'tributary-sidebar'

/** A cookie's value as a theme; anything unknown follows the device. Pure. */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
