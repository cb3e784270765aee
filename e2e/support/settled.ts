import { expect, type Page } from '@playwright/test'

/** The page has its heading, is alive (React has taken it over), and nothing of it is still coming. */
export async function waitUntilSettled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForFunction(() => {
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith('__react'))
    return [...document.querySelectorAll('h1, main > :last-child')].every(isAlive) && !document.querySelector('.appear-late, [aria-busy="true"]')
  })
  await waitForLayout(page)
}

/** What follows the size of the window or of a box has followed it. Where nothing moves (`reducedMotion`), that takes two frames. */
export async function waitForLayout(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  })
}
