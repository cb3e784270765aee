import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

const typed = 'Text of the document'

const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

async function paste(page: Page, document: unknown) {
  await page.getByLabel(typed).fill(typeof document === 'string' ? document : JSON.stringify(document, null, 2))
}

test('a flow is exported as a document and imported again: faults are named by their place, what is there is found, and of several files the good ones are taken', async ({ page }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Catalog_Products', 'updatedAt')
  await wizard.buildSuggestedSchema()
  await wizard.mapByTyping('Product_Id', 'productID')
  await wizard.mapByTyping('Product_Name', 'productName')
  await wizard.next('Schedule', 'When does it run?')
  await wizard.radio(/^Minute/).check({ force: true })
  await wizard.goToReview()
  await wizard.create()
  await expect(page.getByRole('heading', { name: /the flow is live/i })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await page.getByRole('link', { name: 'Definition' }).click()

  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^Document/ }).click()])
  expect(download.suggestedFilename()).toMatch(/^paypal-.*\.json$/)
  const document = JSON.parse(fs.readFileSync(await download.path(), 'utf8')) as Record<string, unknown>
  expect(document).toMatchObject({ kind: 'tributary/flow', version: 1 })

  const schema = await page.request.get(String(document['$schema']))
  expect(schema.status()).toBe(200)
  expect(await schema.json()).toMatchObject({ title: 'Flow definition' })

  await page.goto('/flows')
  await page.getByRole('link', { name: 'Import flow' }).click()
  await expectAccessible(page)

  const { schedule, ...rest } = document
  await paste(page, { ...rest, shedule: schedule })
  await expect(page.getByText('“schedule” was probably meant', { exact: false })).toBeVisible()
  await expectAccessible(page)

  await paste(page, document)
  await expect(page.getByText('A flow of this name is in the workspace already')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/titles are taken in this workspace/)).toBeVisible()
  await expectAccessible(page)

  await paste(page, JSON.stringify({ ...document, name: 'A second one' }).replaceAll('PayPal Catalog Products', 'Second'))
  const parts = page.getByRole('table', { name: 'Parts of the flow' })
  await expect(parts.getByRole('row', { name: /Base connection/ })).toContainText('Is there already', { timeout: 30_000 })
  await expect(page.getByText('A flow of this name is in the workspace already')).toBeHidden()
  await page.getByRole('button', { name: 'Open as draft' }).click()
  await expect(wizard.heading('Is this what should be made?')).toBeVisible({ timeout: 30_000 })
  await wizard.create()
  await expect(page.getByRole('heading', { name: /the flow is live/i })).toBeVisible({ timeout: 60_000 })

  await page.goto('/flows/import')
  const third = JSON.stringify({ ...document, name: 'A third one' }).replaceAll('PayPal Catalog Products', 'Third')
  await page.locator('input[type="file"]').setInputFiles([file('third.json', third), file('torn.json', third.slice(0, 200)), file('wrong.json', third.replace('"schedule"', '"shedule"'))])
  const files = page.getByRole('table', { name: 'Documents' })
  await expect(files.getByRole('row', { name: /third\.json A third one Readable/ })).toBeVisible()
  await expect(files.getByRole('row', { name: /torn\.json/ })).toContainText('not JSON')
  await expect(files.getByRole('row', { name: /wrong\.json/ })).toContainText('“schedule” was probably meant')
  await expect(page.getByText('2 documents with problems are left out.')).toBeVisible()
  await expectAccessible(page)
  await files.getByRole('button', { name: 'Remove torn.json' }).click()
  await expect(page.getByText('1 document with problems is left out.')).toBeVisible()
  await page.getByRole('button', { name: 'Prepare 1 flow' }).click()
  const group = page.getByRole('table', { name: 'Flow', exact: true })
  await expect(group.getByRole('row')).toHaveCount(2, { timeout: 30_000 })
  await expect(group.getByRole('row', { name: /A third one.*Ready/ })).toBeVisible()
})
