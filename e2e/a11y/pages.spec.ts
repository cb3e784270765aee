import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

test('axe finds nothing on any page: light on a laptop, dark on a phone', async ({ page, control }) => {
  test.setTimeout(900_000)
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Disputes')
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/)
  const flow = new URL(page.url()).pathname
  await control.advanceMinutes(70)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText(/success/i, { timeout: 60_000 })
  await run.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/runs\/./)
  const runPage = new URL(page.url()).pathname
  await page.goto('/workspaces')
  await page.getByRole('link', { name: /Practice/ }).first().click()
  await expect(page).toHaveURL(/\/workspaces\/./)
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText('All checks passed').first()).toBeVisible({ timeout: 30_000 })
  const workspace = new URL(page.url()).pathname

  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await page.getByRole('link', { name: 'Several at once' }).click()
  await page.getByRole('checkbox', { name: 'PayPal.Orders' }).check({ force: true })
  const several = new URL(page.url())
  await page.getByRole('button', { name: 'Prepare 1 flow' }).click()
  await expect(page.getByRole('button', { name: 'Create 1 flow' })).toBeVisible({ timeout: 60_000 })
  const group = new URL(page.url()).pathname

  const addresses = [
    '/', '/flows', flow, `${flow}/runs`, runPage, `${flow}/resources`, `${flow}/calls`, `${flow}/definition`, '/flows/import', several.pathname + several.search, '/flows/batches', group,
    '/connections', '/workspaces', '/workspaces/new', workspace, `${workspace}/edit`, '/settings', '/no-such-page',
  ]
  for (const [colorScheme, viewport] of [['light', { width: 1440, height: 900 }], ['dark', { width: 390, height: 844 }]] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText('There is nothing at this address'), address).toHaveCount(address === '/no-such-page' ? 1 : 0)
      await page.waitForLoadState('networkidle')
      await expectAccessible(page)
    }
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
