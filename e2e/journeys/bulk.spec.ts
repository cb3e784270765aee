import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { Wizard } from '../support/wizard'

const account = { name: 'Stripe for all', fields: { 'Access token': 'sk_test_canary_9920' } }
const objects = ['balance_transactions', 'charges', 'customers', 'prices', 'refunds', 'subscriptions']

const difference = (after: Record<string, number>, before: Record<string, number>) =>
  Object.fromEntries(Object.keys(after).map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)]))

async function tickAll(page: Page) {
  await page.getByRole('checkbox', { name: 'Select all 6 found' }).check({ force: true })
  await expect(page.getByText('6 ticked')).toBeVisible()
}

test('six Stripe objects are prepared and created at once into one schema, and all of it is undone again', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Stripe', account)
  const before = await control.liveInSandbox('dev')

  await page.getByRole('link', { name: 'Several at once' }).click()
  await expect(wizard.heading('Several flows at once')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a table or resource' }).fill('char')
  await expect(page.getByRole('checkbox', { name: 'Select all 1 found' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a table or resource' }).fill('')
  await tickAll(page)
  await wizard.radio(/^One new schema for all/).check({ force: true })
  await page.getByRole('textbox', { name: 'Title of the schema' }).fill('Stripe together')
  await wizard.radio(/^One dataset for all/).check({ force: true })
  await wizard.radio(/^Minute/).check({ force: true })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Prepare 6 flows' }).click()

  await expect(wizard.heading(account.name)).toBeVisible({ timeout: 30_000 })
  const create = page.getByRole('button', { name: 'Create 6 flows' })
  await expect(create).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  expect(difference(await control.liveInSandbox('dev'), before), 'preparing makes nothing').toMatchObject({ schemas: 0, flows: 0 })

  await create.click()
  const flows = page.getByRole('table', { name: 'Flow', exact: true })
  await expect(flows.getByText('Live', { exact: true })).toHaveCount(objects.length, { timeout: 90_000 })
  for (const object of objects) await expect(flows.getByRole('row', { name: new RegExp(`${object}.*Live`) })).toBeVisible()
  const shared = page.getByRole('table', { name: 'What they share' })
  await expect(shared.getByRole('row', { name: /Stripe together.*created once.*6 flows/ })).toHaveCount(2)
  await expect(shared.getByRole('row', { name: /Stripe for all.*reused.*6 flows/ })).toBeVisible()
  await expectAccessible(page)
  // Six ad-hoc classes and schemas, one for each object, beside the one that they share.
  expect(difference(await control.liveInSandbox('dev'), before)).toMatchObject({
    connections: 0, classes: 6, schemas: 7, dataSets: 1, sourceConnections: 6, targetConnections: 6, mappingSets: 6, flows: 6,
  })

  await page.getByRole('button', { name: 'Undo all' }).click()
  await page.getByRole('button', { name: 'Undo 6 flows' }).click()
  await expect(flows.getByText('Removed', { exact: true })).toHaveCount(objects.length, { timeout: 90_000 })
  expect(difference(await control.liveInSandbox('dev'), before)).toMatchObject({
    connections: 0, classes: 0, schemas: 0, dataSets: 0, sourceConnections: 0, targetConnections: 0, mappingSets: 0, flows: 0,
  })
})

test('one that Adobe refuses is explained beside the others, and resumed from the page of all', async ({ page, control }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Stripe', account)
  await page.getByRole('link', { name: 'Several at once' }).click()
  // Charges are another journey's: it looks for the one dataset of them.
  for (const object of ['prices', 'refunds']) await page.getByRole('checkbox', { name: object, exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Prepare 2 flows' }).click()
  const create = page.getByRole('button', { name: 'Create 2 flows' })
  await expect(create).toBeVisible({ timeout: 60_000 })
  await control.addFault({ kind: 'status', status: 403, method: 'POST', path: '/data/foundation/flowservice/flows' })
  await create.click()
  const flows = page.getByRole('table', { name: 'Flow', exact: true })
  await expect(flows.getByText('Failed', { exact: true })).toHaveCount(1, { timeout: 60_000 })
  await expect(flows.getByText('Live', { exact: true })).toHaveCount(1, { timeout: 60_000 })
  await flows.locator('summary').first().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Resume: / }).click()
  await expect(flows.getByText('Live', { exact: true })).toHaveCount(2, { timeout: 60_000 })

  await page.goto('/flows')
  await page.getByRole('link', { name: 'Groups' }).click()
  await expect(page.getByRole('table', { name: 'Groups of flows' }).getByRole('row', { name: new RegExp(account.name) }).first()).toBeVisible()
})
