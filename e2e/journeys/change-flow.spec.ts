import { expectAccessible } from '../support/axe'
import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

type Product = { productID: string; productName?: string }

test('the mapping of a live flow is changed, its next run follows the change, and the flow is deleted without its data', async ({ page, control, instance }) => {
  const wizard = new Wizard(page)
  const reader = new EmulatorReader(instance)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Catalog_Products')
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await wizard.next('Schedule', 'When does it run?')
  await wizard.radio(/^Once/).check({ force: true })
  await wizard.goToReview()
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Products to be renamed')
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/)
  const flow = page.url()
  await control.advanceMinutes(10)
  const runs = page.getByRole('table', { name: /runs/i }).getByRole('row')
  await expect(runs.nth(1)).toContainText(/success/i, { timeout: 60_000 })

  await page.getByRole('link', { name: 'Definition' }).click()
  await page.getByRole('button', { name: 'Change mapping or schedule' }).click()
  await expect(wizard.heading('Which column goes where?')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('You are changing “Products to be renamed”, which is live')).toBeVisible()
  await remap(page)
  await wizard.next('Schedule', 'When does it run?')
  await expect(wizard.radio(/^Once/)).toBeChecked()
  await expect(wizard.radio(/^Minute/)).toHaveCount(0)
  await wizard.next('Review', 'Is this what should change?')
  const changes = page.getByRole('table', { name: 'Changes' })
  await expect(changes).toContainText('− productName ← ATTRIBUTE Product_Name', { timeout: 30_000 })
  await expect(changes).toContainText('+ productName ← ATTRIBUTE Description')
  await expect(page.getByText('1 to be created, 1 changed')).toBeVisible()
  await expectAccessible(page)
  const before = await control.liveInSandbox('dev')
  await page.getByRole('button', { name: 'Apply change' }).click()
  await expect(page).toHaveURL(/\/definition$/)
  await expect(page.getByRole('heading', { name: 'The flow is changed' })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  expect(await control.liveInSandbox('dev'), 'the old mapping set is gone').toEqual(before)

  const dataset = await reader.datasetNamed(/^PayPal Catalog Products/)
  const first = (await reader.readDataset(dataset)) as Product[]
  const source = await reader.previewTable(paypalAccount.name, 'PayPal.Catalog_Products')
  await page.goto(flow)
  await page.getByRole('button', { name: 'Run now' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Start run' }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await control.advanceMinutes(10)
  await expect(runs).toHaveCount(3, { timeout: 60_000 })
  await expect(runs.nth(1), 'the newest run stands first').toContainText(/success/i, { timeout: 60_000 })
  const rows = (await reader.readDataset(dataset)) as Product[]
  const descriptions = new Map(source.map((row) => [String(row.Product_Id), row.Description]))
  const fresh = rows.slice(first.length).filter(({ productID }) => descriptions.has(productID))
  expect(fresh.length, 'rows of the run after the change').toBeGreaterThan(10)
  for (const { productID, productName } of fresh) expect(productName ?? null, productID).toBe(descriptions.get(productID) ?? null)
  expect(first.filter(({ productID, productName }) => productName === descriptions.get(productID)), 'rows of the run before it').toEqual([])

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete flow' }).click()
  const removal = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await expect(removal.getByRole('radio', { name: /^The flow, but not its data/ })).toBeChecked()
  await removal.getByRole('textbox').fill('Products to be renamed')
  await removal.getByRole('button', { name: 'Delete flow, keep data' }).click()
  await page.getByRole('link', { name: 'Resources' }).click()
  await expect(page.getByRole('row', { name: /Dataset/ })).toContainText('Kept in Adobe', { timeout: 60_000 })
  expect(await reader.readDataset(dataset)).toHaveLength(rows.length)
})

/** Gives the path of the product's name another column, by keyboard and menus as in any mapping. */
async function remap(page: Wizard['page']) {
  const wizard = new Wizard(page)
  await wizard.search('Search columns', 'Product_Name')
  await wizard.tree('Source').getByRole('row', { name: 'Product_Name', exact: true }).click()
  await page.getByRole('button', { name: /^Remove link/ }).first().click()
  await wizard.search('Search columns', '')
  await wizard.mapByTyping('Description', 'productName')
}
