import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { EmulatorControl } from './emulator-control'
import { startInstance, type Instance } from './instance'
import { MappingDrafts } from './mapping-drafts'

export const administrator = { name: 'Ada Rivers', email: 'ada@example.com', password: 'three rivers join at dawn' }

type WorkerFixtures = {
  /** Files that say another word than the rest get an installation that no other file has touched. */
  installation: string
  /** A whole Tributary on an empty database, with its first administrator; one for all tests of a worker. */
  instance: Instance
  signedInState: Awaited<ReturnType<BrowserContext['storageState']>>
  mappingDrafts: MappingDrafts
}
type TestFixtures = { control: EmulatorControl }

/** Tests begin signed in; `control` moves the emulator's clock and makes it fail. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  installation: ['shared', { scope: 'worker', option: true }],
  instance: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from this very pattern.
    async ({}, use) => {
      const instance = await startInstance()
      await use(instance)
      await instance.stop()
      expect(instance.output(), 'every text of a page made on the server is there').not.toContain('"event":"text.failed"')
      instance.remove()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  signedInState: [
    async ({ browser, instance }, use) => {
      const context = await browser.newContext({ baseURL: instance.url })
      const page = await context.newPage()
      await claim(page, instance)
      await use(await context.storageState())
      await context.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  mappingDrafts: [
    ({ browser, instance, signedInState }, use) => use(new MappingDrafts(browser, { baseURL: instance.url, storageState: signedInState })),
    { scope: 'worker' },
  ],
  baseURL: ({ instance }, use) => use(instance.url),
  storageState: ({ signedInState }, use) => use(signedInState),
  page: async ({ page }, use) => {
    const missing: string[] = []
    page.on('console', (message) => message.text().includes('MISSING_MESSAGE') && missing.push(message.text()))
    await use(page)
    expect(missing, 'every text is there').toEqual([])
  },
  control: async ({ instance }, use) => {
    const control = new EmulatorControl(instance.emulatorUrl)
    await use(control)
    await control.clearFaults()
  },
})

export { expect }

/** Makes the first administrator through the one-time link that the start printed. */
export async function claim(page: Page, instance: Instance): Promise<void> {
  if (!instance.claimUrl) throw new Error(`The start printed no link for the first administrator:\n${instance.output()}`)
  await page.goto(instance.claimUrl)
  await page.getByLabel('Your name').fill(administrator.name)
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Make administrator and sign in' }).click()
  await page.waitForURL(`${instance.url}/`)
}
