import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * axe finds nothing against WCAG 2.2 A and AA on the page as it is now. What only floats under the pointer is not the page.
 * Passed rules are not described, and the verdict is reached in the page itself instead of in a second tab: the Content
 * Security Policy allows no frame, for which that tab would be needed.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  expect(page.frames(), 'frames would not be looked into').toHaveLength(1)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  // Behind an open dialog the page is inert: its heading and its main part are not there to be found.
  if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0) axe.disableRules(['landmark-one-main', 'page-has-heading-one'])
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ target }) => target.join(' ')).join('\n  ')}`)
  expect(found, `axe on ${page.url()}`).toEqual([])
}
