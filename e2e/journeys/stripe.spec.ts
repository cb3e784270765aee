import { expectAccessible } from '../support/axe'
import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { Wizard } from '../support/wizard'

const account = { name: 'Stripe practice account', fields: { 'Access token': 'sk_test_canary_4417' } }

type Charge = { id: string; amount: number | string; currency: string; created: number }
type Event = { _id: string; timestamp: string; commerce?: { order?: { priceTotal?: number; currencyCode?: string } } }

test('Stripe charges are kept as a draft in Adobe, published, and become events with amount, currency and time', async ({ page, control, instance }) => {
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
  await page.getByText('Keep as a draft in Adobe', { exact: true }).click()
  await page.getByRole('button', { name: 'Save as draft in Adobe' }).click()
  await expect(wizard.heading('The draft is in Adobe')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(40)
  await expect(page.getByText('Adobe holds this flow as a draft')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('No runs yet')).toBeVisible()
  await page.getByRole('button', { name: 'Publish flow' }).click()
  await expect(page.getByRole('button', { name: 'Pause flow' })).toBeVisible({ timeout: 30_000 })
  await control.advanceMinutes(40)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText('Success', { timeout: 30_000 })

  const reader = new EmulatorReader(instance)
  const events = (await reader.readDataset(await reader.datasetNamed(/^Stripe Charges/))) as Event[]
  expect(events.length).toBeGreaterThan(50)
  const byId = new Map(events.map((event) => [event._id, event]))
  const charges = (await reader.previewResource(account.name, 'charges')) as Charge[]
  const compared = charges.filter(({ id }) => byId.has(id))
  expect(compared.length).toBeGreaterThan(10)
  for (const { id, amount, currency, created } of compared) {
    const { timestamp, commerce } = byId.get(id) ?? {}
    // One charge in 311 has an amount that is not a number: it arrives without one.
    if (typeof amount === 'number') expect(commerce?.order?.priceTotal, id).toBeCloseTo(currency === 'jpy' ? amount : amount / 100, 6)
    else expect(commerce?.order?.priceTotal, id).toBeUndefined()
    expect(commerce?.order?.currencyCode).toBe(currency.toUpperCase())
    expect(Date.parse(timestamp ?? '')).toBe(created * 1000)
  }
})
