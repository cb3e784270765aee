import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

test('a flow is paused, resumed and deleted with everything made for it; what it only used stays', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Invoices')
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Invoices to be deleted')
  const before = await control.liveInSandbox('dev')
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()

  await page.getByRole('button', { name: 'Pause flow' }).click()
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Resume flow' }).click()
  await expect(page.getByRole('button', { name: 'Pause flow' })).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete flow' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByRole('radio', { name: /^Everything made for it/ }).check({ force: true })
  await dialog.getByRole('textbox').fill('Invoices to be deleted')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect.poll(() => control.liveInSandbox('dev'), { timeout: 60_000 }).toEqual(before)
  await page.goto('/flows')
  await expect(page.getByRole('link', { name: 'Invoices to be deleted' })).toHaveCount(0)
})
