import { expect, type Locator, type Page } from '@playwright/test'

/** Goes on by Tab, or back by Shift+Tab, until the element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 120, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < most; press++) {
    // While a list of suggestions is open, the rest of the page is hidden from assistive technology; Tab closes it.
    if (await target.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} did not reach ${String(target)} in ${most} presses.`)
}

/** Fails when anything is done by mouse or touch from here on. */
export async function forbidPointer(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'] as const) {
      document.addEventListener(kind, (event) => {
        if (event.isTrusted) sessionStorage.setItem('pointer-used', `${kind} on ${(event.target as Element).tagName}`)
      }, true)
    }
  })
  return async () => expect(await page.evaluate(() => sessionStorage.getItem('pointer-used'))).toBeNull()
}
