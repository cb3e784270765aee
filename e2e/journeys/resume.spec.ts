import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

const refusal = {
  error_code: 1100,
  message: 'The service is not able to validate the target.',
  type: 'http://ns.adobe.com/adobecloud/problem/flowservice/FLOW-1100-400',
}

test('a creation that fails at the sixth call is explained, resumed, and ends with exactly one of each resource', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Catalog_Products', 'updatedAt')
  await wizard.buildSuggestedSchema()
  await wizard.mapByTyping('Product_Id', 'productID')
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()

  const before = await control.liveInSandbox('dev')
  // The target connection is the sixth of the tutorial's calls.
  await control.addFault({ kind: 'status', status: 400, method: 'POST', path: '/data/foundation/flowservice/targetConnections', times: 'always', body: refusal })
  await wizard.create('The flow is not created yet')
  await page.getByText('Details', { exact: true }).click()
  await expect(page.getByText(refusal.message).first()).toBeVisible()
  await expectAccessible(page)
  expect((await control.liveInSandbox('dev')).flows).toBe(before.flows)

  // A closed tab and a reload change nothing of it.
  await page.reload()
  await expect(wizard.heading('The flow is not created yet')).toBeVisible()
  await control.clearFaults()
  await page.getByRole('button', { name: 'Resume creation' }).click()
  await expect(wizard.heading('The flow is live')).toBeVisible({ timeout: 60_000 })

  const after = await control.liveInSandbox('dev')
  const grown = Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]))
  expect(grown).toMatchObject({ classes: 1, schemas: 2, sourceConnections: 1, targetConnections: 1, dataSets: 1, mappingSets: 1, flows: 1, connections: 0 })
})

test('a creation that fails is undone, and nothing of it is left in Adobe', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Catalog_Products', 'updatedAt')
  await wizard.buildSuggestedSchema()
  await wizard.mapByTyping('Product_Id', 'productID')
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()

  const before = await control.liveInSandbox('dev')
  await control.addFault({ kind: 'status', status: 400, method: 'POST', path: '/data/foundation/flowservice/flows', times: 'always', body: refusal })
  await wizard.create('The flow is not created yet')
  await control.clearFaults()
  await page.getByRole('button', { name: 'Undo creation' }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: /^Remove/ }).click()
  await expect(wizard.heading('The creation is undone')).toBeVisible({ timeout: 60_000 })
  expect(await control.liveInSandbox('dev')).toEqual(before)
})
