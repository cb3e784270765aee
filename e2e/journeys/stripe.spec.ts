import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { Wizard } from '../support/wizard'

const account = { name: 'Stripe practice account', fields: { 'Access token': 'sk_test_canary_4417' } }

test('Stripe charges go from the credential to events in a dataset, mapped by the proposals', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Stripe', account)
  await wizard.chooseResource('charges')
  await expectAccessible(page)
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await expectAccessible(page)

  await wizard.next('Schedule', 'When does it run?')
  await wizard.radio(/^Minute/).check({ force: true })
  await page.getByRole('textbox', { name: 'Interval' }).fill('30')
  await wizard.goToReview()
  await expect(page.getByText('resourcePath', { exact: false }).first()).toBeAttached()
  await wizard.create()
  await expect(page.getByRole('heading', { name: /the flow is live/i })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(40)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText('Success', { timeout: 30_000 })
})
