import { EmulatorReader } from '../support/emulator-reader'
import { expect, test } from '../support/fixtures'
import { paypalAccount, Wizard } from '../support/wizard'

type Order = { purchaseID?: string; priceTotal?: number; currencyCode?: string }
type Event = { _id: string; timestamp: string; commerce?: { order?: Order } }

test('PayPal’s transactions become events with amount, currency and time as PayPal has them', async ({ page, control, instance }) => {
  const wizard = new Wizard(page)
  await wizard.begin()
  await wizard.chooseAccount('PayPal', paypalAccount)
  await wizard.chooseTable('PayPal.Transactions', 'Transaction_Updated_Date')
  await wizard.buildSuggestedSchema()
  await wizard.mapByTyping('Transaction_Id', '_id')
  await wizard.mapByTyping('Transaction_Initiation_Date', 'timestamp')
  await wizard.mapByTyping('Transaction_Amount_Value', 'commerce.order.priceTotal')
  await wizard.mapByTyping('Transaction_Amount_Currency_Code', 'commerce.order.currencyCode')
  await wizard.scheduleEveryHalfHour()
  await wizard.goToReview()
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Transactions as events')
  await wizard.create()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await control.advanceMinutes(10)

  const runs = page.getByRole('table', { name: /runs/i })
  await expect(runs.getByRole('row').nth(1)).toContainText(/success/i, { timeout: 60_000 })

  const reader = new EmulatorReader(instance)
  const dataset = await reader.datasetNamed(/^PayPal Transactions/)
  const events = (await reader.readDataset(dataset)) as Event[]
  expect(events.length).toBeGreaterThan(100)
  const rows = await reader.previewTable(paypalAccount.name, 'PayPal.Transactions')
  const byId = new Map(events.map((event) => [event._id, event]))
  const compared = rows.filter(({ Transaction_Id: id }) => byId.has(String(id)))
  expect(compared.length).toBeGreaterThan(20)
  for (const row of compared) {
    const event = byId.get(String(row.Transaction_Id))
    // Once in a while an amount is no number: it arrives without one.
    const amount = Number(row.Transaction_Amount_Value)
    expect(event?.commerce?.order?.priceTotal).toBe(Number.isNaN(amount) ? undefined : amount)
    expect(event?.commerce?.order?.currencyCode).toBe(row.Transaction_Amount_Currency_Code)
    expect(Date.parse(event?.timestamp ?? '')).toBe(Date.parse(String(row.Transaction_Initiation_Date)))
  }
})
