import { expectAccessible } from '../support/axe'
import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { Wizard } from '../support/wizard'

const account = { name: 'Mollie practice account', fields: { 'Access token': 'access_canary_5520' } }

type Customer = { id: string; name: string | null; email: string | null }
type Profile = { _id: string; person?: { name?: { fullName?: string } }; personalEmail?: { address?: string } }

test('Mollie customers come through the Generic REST API into Profile; deleted, the schema is what stays, and it is said before', async ({ page, control, instance }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Mollie', account)
  await wizard.chooseResource('v2/customers')
  await wizard.radio(/^Build a schema/).check({ force: true })
  await expect(page.getByRole('heading', { name: 'Fields as they will be' })).toBeVisible({ timeout: 20_000 })
  await page.getByText('Send the records to Profile too', { exact: true }).click()
  await expect(page.getByText('This cannot be taken back')).toBeVisible()
  await page.getByRole('button', { name: 'Next: Mapping' }).click()
  await expect(page.getByText(/only with a primary identity/).first()).toBeVisible({ timeout: 20_000 })
  await page.getByText('Mark a field as the primary identity', { exact: true }).click()
  await expect(page.getByText(/Profile knows a record by personalEmail.address \(Email\)/)).toBeVisible()
  await expectAccessible(page)
  await wizard.next('Mapping', 'Which column goes where?')
  await wizard.takeProposals()
  await wizard.next('Schedule', 'When does it run?')
  await wizard.radio(/^Minute/).check({ force: true })
  await page.getByRole('textbox', { name: 'Interval' }).fill('15')
  await page.keyboard.press('Tab')
  await expect(page.getByText('96 runs a day are too many for Profile')).toBeVisible()
  await wizard.goToReview()
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Mollie customers to Profile')
  await expect(page.getByText('The schema stays for good')).toBeVisible()
  await expectAccessible(page)
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(20)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText('Success', { timeout: 30_000 })

  const reader = new EmulatorReader(instance)
  const profiles = (await reader.readDataset(await reader.datasetNamed(/^Mollie V2 Customers|^Mollie.*Customers/))) as Profile[]
  expect(profiles.length).toBeGreaterThan(20)
  const byId = new Map(profiles.map((profile) => [profile._id, profile]))
  const compared = ((await reader.previewResource(account.name, 'v2/customers')) as Customer[]).filter(({ id }) => byId.has(id))
  expect(compared.length).toBeGreaterThan(10)
  for (const { id, name, email } of compared) {
    expect(byId.get(id)?.person?.name?.fullName).toBe(name ?? undefined)
    expect(byId.get(id)?.personalEmail?.address).toBe(email ?? undefined)
  }

  const before = await control.liveInSandbox('dev')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete flow' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByRole('radio', { name: /^Everything made for it/ }).check({ force: true })
  await expect(dialog.getByText(/it is in Profile, and Adobe never deletes such schemas/).first()).toBeVisible()
  await dialog.getByRole('textbox').fill('Mollie customers to Profile')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect.poll(async () => (await control.liveInSandbox('dev')).flows ?? 0, { timeout: 60_000 }).toBe((before.flows ?? 0) - 1)
  const after = async (kind: string) => (await control.liveInSandbox('dev'))[kind] ?? 0
  await expect.poll(() => after('dataSets'), { timeout: 30_000 }).toBe((before.dataSets ?? 0) - 1)
  // Its raw schema goes; the one in Profile is left.
  await expect.poll(() => after('schemas'), { timeout: 30_000 }).toBe((before.schemas ?? 0) - 1)
})
