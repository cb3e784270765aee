import { expectAccessible } from '../support/axe'
import { expectContract } from '../support/expect-contract'
import { expect, test } from '../support/fixtures'
import { watchForSecret } from '../support/watch-for-secret'
import { paypalAccount, Wizard } from '../support/wizard'

// An empty database is what this one is about.
test.use({ installation: 'of its own' })

test('a PayPal table goes from an empty database through the whole wizard to its first successful run', async ({ page, control, instance }) => {
  const expectSecretNowhere = watchForSecret(page, paypalAccount.fields['Client secret'])
  const wizard = new Wizard(page)
  await page.goto('/')
  await expect(page.getByRole('link', { name: /first flow/i })).toBeVisible()
  await expectAccessible(page)

  await wizard.begin()
  await expectAccessible(page)
  await wizard.chooseAccount('PayPal', paypalAccount)
  await expectAccessible(page)
  await wizard.chooseTable('PayPal.Catalog_Products', 'updatedAt')
  await expectAccessible(page)
  await wizard.buildSuggestedSchema()

  await wizard.dragColumn('Product_Id', 'productID')
  await wizard.dragColumn('Product_Name', 'productName')
  await wizard.dragColumn('Description', 'productDescription')
  await wizard.mapByTyping('Category', 'productCategoryName')
  await wizard.mapByTyping('updatedAt', 'productLastModifiedDate')
  await expectAccessible(page)

  await wizard.scheduleEveryHalfHour()
  await expectAccessible(page)

  await wizard.goToReview()
  await expect(page.getByText('/data/foundation/flowservice/flows', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await wizard.create()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(40)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText('Success', { timeout: 30_000 })
  await expectAccessible(page)
  await expectContract(control)
  await expectSecretNowhere(instance.output(), JSON.stringify(await control.calls()))
})
