import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { waitForLayout, waitUntilSettled } from '../support/settled'
import { paypalAccount, Wizard } from '../support/wizard'

/** Both looks of every page. Layout and colours follow media queries alone, so the second needs no second load. */
const looks = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

test('axe finds nothing on any page: light on a laptop, dark on a phone', async ({ page, control }) => {
  const wizard = new Wizard(page)
  const { several, group, flow } = await test.step('a group of two flows, one created', async () => {
    await wizard.begin()
    await wizard.chooseAccount('PayPal', paypalAccount)
    await page.getByRole('link', { name: 'Several at once' }).click()
    for (const table of ['PayPal.Disputes', 'PayPal.Orders']) await page.getByRole('checkbox', { name: table }).check({ force: true })
    const { pathname, search } = new URL(page.url())
    await page.getByRole('button', { name: 'Prepare 2 flows' }).click()
    await expect(page.getByRole('button', { name: 'Create 2 flows' })).toBeVisible({ timeout: 60_000 })
    const group = new URL(page.url()).pathname
    await page.getByRole('row', { name: /PayPal Disputes/ }).getByRole('link', { name: 'Open review' }).click()
    await expect(wizard.heading('Is this what should be made?')).toBeVisible({ timeout: 20_000 })
    await wizard.create()
    await page.getByRole('link', { name: 'Open the flow' }).click()
    await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/)
    return { several: pathname + search, group, flow: new URL(page.url()).pathname }
  })
  const runPage = await test.step('a run of it', async () => {
    await control.advanceMinutes(70)
    const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
    await expect(run).toContainText(/success/i, { timeout: 60_000 })
    await run.getByRole('link').first().click()
    await expect(page).toHaveURL(/\/runs\/./)
    return new URL(page.url()).pathname
  })
  const workspace = await test.step('a workspace that was tested', async () => {
    await page.goto('/workspaces')
    await page.getByRole('link', { name: /Practice/ }).first().click()
    await expect(page).toHaveURL(/\/workspaces\/./)
    await page.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(page.getByText('All checks passed').first()).toBeVisible({ timeout: 30_000 })
    return new URL(page.url()).pathname
  })

  const addresses = [
    '/', '/flows', flow, `${flow}/runs`, runPage, `${flow}/resources`, `${flow}/calls`, `${flow}/definition`, '/flows/import', several, '/flows/batches', group,
    '/connections', '/workspaces', '/workspaces/new', workspace, `${workspace}/edit`, '/settings', '/no-such-page',
  ]
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.goto(address)
      await waitUntilSettled(page)
      await expect(page.getByText('There is nothing at this address'), address).toHaveCount(address === '/no-such-page' ? 1 : 0)
      for (const { colorScheme, viewport } of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(viewport)
        await waitForLayout(page)
        await expectAccessible(page)
      }
    })
  }
})

test('the sign-in page is accessible in English and in Chinese', async ({ browser, instance }) => {
  for (const locale of ['en-US', 'zh-CN']) {
    const context = await browser.newContext({ baseURL: instance.url, storageState: { cookies: [], origins: [] }, locale })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1, name: locale === 'en-US' ? 'Sign in' : '登录' })).toBeVisible()
    await expectAccessible(page)
    await context.close()
  }
})
