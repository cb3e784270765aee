import { expectAccessible } from '../support/axe'
import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { Wizard } from '../support/wizard'

type Event = { _id: string; timestamp: string; commerce?: { order?: { priceTotal?: number; currencyCode?: string } } }

const account = {
  name: 'Square practice seller',
  fields: {
    Host: 'connect.squareupsandbox.com', 'Client id': 'sq0idp-practice', 'Client secret': 'sq0csp-canary-8203',
    'Access token': 'canary-access-8203', 'Refresh token': 'canary-refresh-8203',
  },
}

test('Square payments become events by the proposals, one column left out, and the connection’s credentials are replaced in place', async ({ page, control, instance }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('Square', account)
  await page.getByRole('option', { name: 'Square.Payments', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Choose Note' }).uncheck()
  await expect(page.getByText(/^\d+ of \d+ columns chosen$/)).toBeVisible()
  await wizard.chooseTable('Square.Payments', 'Updated_At')
  await wizard.buildSuggestedSchema()
  await wizard.takeProposals()
  await wizard.next('Schedule', 'When does it run?')
  await wizard.radio(/^Hour/).check({ force: true })
  await wizard.goToReview()
  await wizard.create()
  await expect(page.getByRole('heading', { name: /the flow is live/i })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(70)
  const run = page.getByRole('table', { name: /runs/i }).getByRole('row').nth(1)
  await expect(run).toContainText('Success', { timeout: 30_000 })

  const reader = new EmulatorReader(instance)
  const events = (await reader.readDataset(await reader.datasetNamed(/^Square Payments/))) as Event[]
  expect(events.length).toBeGreaterThan(50)
  const byId = new Map(events.map((event) => [event._id, event]))
  const rows = (await reader.previewTable(account.name, 'Square.Payments')).filter((row) => byId.has(`${row.Payment_Id}-${row.Updated_At}`))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const event = byId.get(`${row.Payment_Id}-${row.Updated_At}`)
    const units = row.Total_Money_Currency === 'JPY' ? 1 : 100
    expect(event?.commerce?.order?.priceTotal).toBeCloseTo(Number(row.Total_Money_Amount) / units, 6)
    expect(event?.commerce?.order?.currencyCode).toBe(row.Total_Money_Currency)
    expect(Date.parse(event?.timestamp ?? '')).toBe(Date.parse(String(row.Updated_At)))
  }

  await page.goto('/connections')
  const card = page.getByRole('listitem').filter({ hasText: account.name })
  await expect(card.getByText('1 flow reads through it')).toBeVisible({ timeout: 20_000 })
  await expect(card.getByRole('button', { name: 'Delete connection' })).toHaveCount(0)
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Replace credentials' }).click()
  for (const [label, value] of Object.entries(account.fields)) await card.getByLabel(label).fill(`${value}-new`)
  await card.getByRole('button', { name: 'Replace and test' }).click()
  await expect(card.getByText('Adobe signs in with this connection')).toBeVisible({ timeout: 20_000 })

  await card.getByRole('button', { name: 'Replace credentials' }).click()
  for (const [label, value] of Object.entries(account.fields)) await card.getByLabel(label).fill(label === 'Access token' ? 'wrong' : value)
  await card.getByRole('button', { name: 'Replace and test' }).click()
  await expect(card.getByText('The payments system refuses these credentials')).toBeVisible({ timeout: 20_000 })
})
