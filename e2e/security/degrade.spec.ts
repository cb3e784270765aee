import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

test('while Adobe is down, silent, slow or talks nonsense, every page shows what was last known and how old it is, and all is well again by itself', async ({ page, control, instance }) => {
  test.setTimeout(420_000)
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Subscriptions')
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()
  const draft = new URL(page.url()).pathname.replace(/\/review$/, '')
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Weathers a storm')
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/)
  const flow = new URL(page.url()).pathname
  await control.advanceMinutes(40)
  await expect(page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)).toContainText(/success/i, { timeout: 60_000 })
  const read = await page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1).innerText()

  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  const addresses = ['/', '/flows', flow, `${flow}/runs`, `${flow}/resources`, `${flow}/calls`, `${flow}/definition`, '/connections', '/workspaces', '/settings', `${draft}/create`]
  const weathers: [string, () => Promise<void>][] = [
    ['down', () => control.addFault({ kind: 'status', status: 503, times: 'always' })],
    ['nonsense', () => control.addFault({ kind: 'malformed', times: 'always' })],
    ['silent', () => control.addFault({ kind: 'timeout', times: 'always' })],
    ['slow', () => control.setLatency(30_000)],
  ]
  for (const [weather, begin] of weathers) {
    await begin()
    if (weather === 'down') {
      await page.goto(flow)
      await expect(page.getByText(/^The figures of “.+” are not up to date/).first()).toBeVisible({ timeout: 60_000 })
    }
    for (const address of addresses) {
      // What is known is known at once: nothing waits for Adobe.
      const answer = await page.goto(address, { timeout: 10_000, waitUntil: 'domcontentloaded' })
      expect(answer?.status(), `${weather} ${address}`).toBe(200)
      await expect(page.getByRole('heading', { level: 1 }), `${weather} ${address}`).toBeVisible({ timeout: 10_000 })
    }
    await page.goto(flow)
    expect(await page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1).innerText(), weather).toBe(read)
    await control.clearFaults()
    await control.setLatency(0)
  }
  await page.goto('/connections')
  await expect(page.getByText(paypalAccount.name).first()).toBeVisible({ timeout: 90_000 })
  await page.goto(flow)
  await control.advanceMinutes(30)
  await expect(page.getByRole('table', { name: /runs/i }).getByRole('row')).not.toHaveCount(2, { timeout: 120_000 })
  expect(thrown).toEqual([])
  expect(instance.output()).not.toMatch(/unhandled ?rejection|uncaught ?exception/i)
})
