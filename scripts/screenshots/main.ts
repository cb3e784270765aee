/** Makes the pictures of the README anew, from the real app on an empty database: `npm run screenshots [-- FOLDER]`. */
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { EmulatorControl } from '../../e2e/support/emulator-control'
import { claim } from '../../e2e/support/fixtures'
import { startInstance } from '../../e2e/support/instance'
import { paypalAccount, Wizard } from '../../e2e/support/wizard'
import { findChromium } from '../lib/find-chromium'
import { ensureBuild, ensurePrismaClient } from '../lib/prepare-build'
import { root } from '../lib/project'
import { runMain } from '../lib/run-main'

runMain(async () => {
  const folder = path.resolve(process.argv[2] ?? path.join(root, 'docs', 'images'))
  fs.mkdirSync(folder, { recursive: true })
  ensurePrismaClient()
  ensureBuild(() => console.log('Building the app…'))
  const instance = await startInstance()
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ baseURL: instance.url, viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Berlin' })
    const page = await context.newPage()
    const shoot = async (name: string) => {
      await settle(page)
      await page.screenshot({ path: path.join(folder, `${name}.png`) })
      console.log(path.join(folder, `${name}.png`))
    }
    await claim(page, instance)
    const wizard = new Wizard(page)
    await wizard.begin()
    await wizard.chooseAccount('PayPal', paypalAccount)
    await wizard.chooseTable('PayPal.Transactions', 'Transaction_Updated_Date')
    await wizard.buildSuggestedSchema()
    await wizard.takeProposals()
    await wizard.tree('XDM schema').getByRole('row', { name: 'commerce', exact: true }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await shoot('mapping')
    await wizard.scheduleEveryHalfHour()
    await wizard.goToReview()
    await shoot('review')
    await wizard.create()
    await page.getByRole('link', { name: 'Open the flow' }).click()
    const control = new EmulatorControl(instance.emulatorUrl)
    await control.advanceMinutes(8 * 60)
    await page.getByRole('table', { name: /runs/i }).getByRole('row').nth(10).waitFor({ timeout: 60_000 })
    await shoot('flow')
  } finally {
    await browser.close()
    await instance.stop()
    instance.remove()
  }
})

/** Nothing hovered, nothing focused, nothing still arriving. */
async function settle(page: Page) {
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
}
