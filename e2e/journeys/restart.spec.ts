import { expect, test } from '@playwright/test'
import { claim } from '../support/fixtures'
import { makeDataDir, startInstance } from '../support/instance'
import { Wizard } from '../support/wizard'

test('after a stop and a start the draft is there as it was left, and nothing is built anew', async ({ browser }) => {
  const dataDir = makeDataDir()
  const first = await startInstance({ dataDir })
  const context = await browser.newContext({ baseURL: first.url })
  const page = await context.newPage()
  await claim(page, first)
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.radio(/^PayPal Tables/).check({ force: true })
  await expect(page.getByText(/^Saved at/)).toBeVisible()
  const address = new URL(page.url()).pathname
  await first.stop()

  const port = Number(new URL(first.url).port)
  const emulatorPort = Number(new URL(first.emulatorUrl).port)
  const second = await startInstance({ dataDir, port, emulatorPort })
  expect(second.output()).not.toContain('Building the app')
  expect(second.claimUrl).toBeUndefined()
  await page.goto('/')
  await page.getByRole('link', { name: /PayPal|draft|continue/i }).first().click()
  await expect(page).toHaveURL(new RegExp(address))
  await expect(wizard.radio(/^PayPal Tables/)).toBeChecked()
  await context.close()
  await second.stop()
  second.remove()
})
