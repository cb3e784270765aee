import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { tabTo } from '../support/keyboard'
import { paypalAccount, Wizard } from '../support/wizard'

// Datasets of every table would be in the way of journeys that look for theirs.
test.use({ installation: 'for many' })

test('forty-five tables are prepared and created together, and the few that failed are found among them by reason and by name', async ({ page, control }) => {
  await control.setSwitches({ paypalTables: 'many' })
  await page.goto('/flows/several')
  await page.getByRole('button', { name: /Source/ }).click()
  await page.getByRole('option', { name: 'PayPal', exact: true }).click()
  // Accounts are connected without leaving the page: the first, and another.
  await connect(page, 'Young shop')
  await page.getByRole('button', { name: 'Connect another account' }).click()
  await connect(page, 'Shop of long standing')
  await expect(page.getByRole('button', { name: /Account/ })).toContainText('Shop of long standing')
  await page.getByRole('checkbox', { name: 'Select all 45 found' }).check({ force: true })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Prepare 45 flows' }).click()

  const create = page.getByRole('button', { name: 'Create 45 flows' })
  await expect(create).toBeVisible({ timeout: 90_000 })
  await control.addFault({ kind: 'status', status: 403, method: 'POST', path: '/data/foundation/flowservice/flows', nth: 3, times: 3 })
  await control.addFault({ kind: 'status', status: 400, method: 'POST', path: '/data/foundation/catalog/dataSets', nth: 5, times: 2 })
  await create.click()
  await expect(page.getByRole('button', { name: 'Failed 5' })).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('button', { name: 'Live 40' })).toBeVisible({ timeout: 120_000 })

  const flows = page.getByRole('table', { name: 'Flow', exact: true })
  await expect(flows.getByRole('row')).toHaveCount(46)
  await tabTo(page, page.getByRole('button', { name: 'Failed 5' }))
  await page.keyboard.press('Space')
  await expect(flows.getByRole('row')).toHaveCount(6)
  const reasons = page.getByRole('group', { name: 'Reasons' })
  await tabTo(page, reasons.getByRole('button').first())
  await page.keyboard.press('Space')
  await expect(flows.getByRole('row')).toHaveCount(4)
  await expectAccessible(page)
  // The longest name: no other has all of its words.
  const names = (await flows.getByRole('rowheader').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')
  const name = names.slice(1).reduce((longest, one) => (one.length > longest.length ? one : longest), names[0] ?? '')
  await page.getByRole('searchbox', { name: 'Find a flow of the group' }).fill(name)
  await expect(flows.getByRole('row')).toHaveCount(2)
  // Whoever went away to mend something comes back to the same.
  await page.reload()
  await expect(page.getByRole('searchbox', { name: 'Find a flow of the group' })).toHaveValue(name)
  await page.getByRole('button', { name: 'Resume 5 failed flows' }).click()
  await expect(page.getByRole('button', { name: 'Live 45' })).toBeVisible({ timeout: 60_000 })
})

test('a title that somebody else takes meanwhile is mended once for all flows that build the schema', async ({ page, instance }) => {
  const reader = new EmulatorReader(instance)
  await reader.makeSchema('Money of the shop')
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Stripe', { name: 'Stripe for a title', fields: { 'Access token': 'sk_test_canary_3307' } })
  await page.getByRole('link', { name: 'Several at once' }).click()
  for (const object of ['charges', 'refunds']) await page.getByRole('checkbox', { name: object, exact: true }).check({ force: true })
  await wizard.radio(/^One new schema for all/).check({ force: true })
  const title = page.getByRole('textbox', { name: 'Title of the schema' })
  await title.fill('Money of the shop')
  await page.getByRole('button', { name: 'Prepare 2 flows' }).click()
  await expect(page.getByText('The title is taken')).toBeVisible({ timeout: 20_000 })
  await title.fill('Money that moves')
  await page.getByRole('button', { name: 'Prepare 2 flows' }).click()
  const create = page.getByRole('button', { name: 'Create 2 flows' })
  await expect(create).toBeVisible({ timeout: 60_000 })
  await reader.makeSchema('Money that moves')
  await create.click()
  await expect(page.getByText('The title “Money that moves” is taken')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  const next = page.getByRole('textbox', { name: 'New title of the schema' })
  const resume = page.getByRole('button', { name: 'Use this title and resume 2 flows' })
  await next.fill('Money of the shop')
  await resume.click()
  await expect(page.getByText('Choose another title.').first()).toBeVisible({ timeout: 20_000 })
  await next.fill('Money that came and went')
  await resume.click()
  await expect(page.getByRole('button', { name: 'Live 2' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('table', { name: 'What they share' }).getByRole('row', { name: /Money that came and went.*created once.*2 flows/ })).toBeVisible()
})

async function connect(page: Page, name: string) {
  await page.getByLabel('Name of the connection').fill(name)
  for (const [label, value] of Object.entries(paypalAccount.fields)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Connect and test' }).click()
  await expect(page.getByText(`Adobe created “${name}” and signed in with it.`)).toBeVisible({ timeout: 20_000 })
}
