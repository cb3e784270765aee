import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { forbidPointer, tabTo } from '../support/keyboard'
import { paypalAccount, Wizard } from '../support/wizard'

const press = async (page: Page, name: string) => {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

test('the whole wizard can be gone through by keyboard alone', async ({ page, control }) => {
  const expectNoPointer = await forbidPointer(page)
  const wizard = new Wizard(page)
  await wizard.begin()

  await tabTo(page, page.getByRole('radiogroup', { name: 'Source' }))
  await page.keyboard.press('Space')
  await expect(wizard.radio(/^PayPal Tables/)).toBeChecked()
  const form = page.getByRole('heading', { name: 'Connect a PayPal account' })
  const another = page.getByRole('button', { name: 'Connect another account' })
  await expect(form.or(another)).toBeVisible()
  if (await another.isVisible()) await press(page, 'Connect another account')
  const fields = { 'Name of the connection': 'By keyboard', ...paypalAccount.fields }
  for (const [label, value] of Object.entries(fields)) {
    await tabTo(page, page.getByLabel(label))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('The connection works')).toBeVisible()
  await press(page, 'Next: Data')

  await expect(wizard.heading('Which data?')).toBeVisible()
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a table' }))
  await page.keyboard.type('Catalog_Products')
  await tabTo(page, page.getByRole('listbox', { name: 'Tables' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '12 columns' })).toBeVisible()
  await press(page, 'Next: Target')

  await expect(wizard.heading('What does it become?')).toBeVisible()
  await tabTo(page, page.getByRole('radiogroup', { name: 'Schema' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: 'Fields as they will be' })).toBeVisible()
  await press(page, 'Next: Mapping')

  await expect(wizard.heading('Which column goes where?')).toBeVisible()
  // Picked up with Enter, carried over, dropped with Enter.
  await tabTo(page, page.getByRole('searchbox', { name: 'Search columns' }))
  await page.keyboard.type('Product_Id')
  await tabTo(page, wizard.tree('Source'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox', { name: 'Search paths' }))
  await page.keyboard.type('productID')
  await tabTo(page, wizard.tree('XDM schema'))
  await page.keyboard.press('Enter')
  await expect(wizard.tree('XDM schema').getByRole('row', { name: 'productID', exact: true })).toHaveAttribute('aria-description', /Product_Id/)
  await press(page, 'Next: Schedule')

  await expect(wizard.heading('When does it run?')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Next five runs' })).toBeVisible()
  await press(page, 'Next: Review')
  await expect(wizard.heading('Is this what should be made?')).toBeVisible()
  await press(page, 'Create flow')
  await expect(wizard.heading('The flow is live')).toBeVisible({ timeout: 60_000 })
  await expectNoPointer()

  await tabTo(page, page.getByRole('link', { name: 'Open the flow' }))
  await page.keyboard.press('Enter')
  await control.advanceMinutes(10)
  await expect(page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)).toContainText(/success/i, { timeout: 60_000 })
  await expectNoPointer()
})
