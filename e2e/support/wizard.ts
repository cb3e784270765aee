import { expect, type Locator, type Page } from '@playwright/test'

/** The wizard as a person with a mouse goes through it. Each function ends on the next step. */
export class Wizard {
  constructor(readonly page: Page) {}

  async begin(): Promise<void> {
    await this.page.goto('/flows/new')
    await expect(this.heading('Where does the data come from?')).toBeVisible({ timeout: 30_000 })
  }

  /** Connects a new account, or takes the one of that name. */
  async chooseAccount(source: string, connection: { name: string; fields: Record<string, string> }): Promise<void> {
    await this.radio(new RegExp(`^${escape(source)} (Tables|Resources|Ready-made)`)).check({ force: true })
    const known = this.page.getByRole('radio', { name: new RegExp(`^${connection.name}`) })
    const form = this.page.getByRole('heading', { name: `Connect a ${source} account` })
    const another = this.page.getByRole('button', { name: 'Connect another account' })
    await expect(form.or(another)).toBeVisible({ timeout: 20_000 })
    if ((await known.count()) > 0) await known.check({ force: true })
    else {
      if (await another.isVisible()) await another.click()
      await this.page.getByLabel('Name of the connection').fill(connection.name)
      for (const [label, value] of Object.entries(connection.fields)) await this.page.getByLabel(label).fill(value)
      await this.page.getByRole('button', { name: 'Connect and test' }).click()
      await expect(this.page.getByText('The connection works')).toBeVisible({ timeout: 20_000 })
    }
    await this.next('Data', 'Which data?')
  }

  async chooseTable(table: string, deltaColumn?: string): Promise<void> {
    await this.page.getByRole('option', { name: table, exact: true }).click()
    await expect(this.page.getByRole('heading', { name: /\d+ columns/ })).toBeVisible({ timeout: 20_000 })
    if (deltaColumn) await this.radio(new RegExp(`^${deltaColumn}`)).check({ force: true })
    await this.next('Target', 'What does it become?')
  }

  async chooseResource(resource: string): Promise<void> {
    await this.radio(new RegExp(`^${escape(resource)}$`)).check({ force: true })
    await expect(this.page.getByText(/^Record 1 of/)).toBeVisible({ timeout: 20_000 })
    await this.next('Target', 'What does it become?')
  }

  /** Takes all the links that the mapping step proposes for what is read. */
  async takeProposals(): Promise<void> {
    const take = this.page.getByRole('button', { name: /^Take \d+ links?$/ })
    await take.click()
    await expect(take).toHaveCount(0)
  }

  /** Builds a schema of the suggested class with the suggested field groups, and a dataset for it. */
  async buildSuggestedSchema(): Promise<void> {
    await this.radio(/^Build a schema/).check({ force: true })
    await expect(this.page.getByRole('heading', { name: 'Fields as they will be' })).toBeVisible({ timeout: 20_000 })
    await this.next('Mapping', 'Which column goes where?')
  }

  /** Links a column to a path by typing both: the way that works everywhere. */
  async mapByTyping(column: string, path: string): Promise<void> {
    const source = this.tree('Source')
    await this.search('Search columns', column)
    const row = source.getByRole('row', { name: column, exact: true })
    await row.hover()
    await this.page.getByRole('button', { name: `Map ${column} to…` }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).first().fill(path)
    await dialog.getByRole('option', { name: new RegExp(escape(path)) }).first().click()
    await expect(dialog).toBeHidden()
    await this.search('Search columns', '')
  }

  /** Draws a column onto a path with the mouse; both are looked up by their search boxes first. */
  async dragColumn(column: string, path: string): Promise<void> {
    await this.search('Search columns', column)
    await this.search('Search paths', path)
    const from = this.tree('Source').getByRole('row', { name: column, exact: true })
    const to = this.tree('XDM schema').getByRole('row', { name: path.split('.').at(-1) ?? path, exact: true })
    await from.hover()
    await from.dragTo(to)
    await expect(from).toHaveAttribute('aria-description', new RegExp(escape(path)))
    await this.search('Search columns', '')
    await this.search('Search paths', '')
  }

  /** Every 30 minutes, as soon as it is created, with what is already there. */
  async scheduleEveryHalfHour(): Promise<void> {
    await this.next('Schedule', 'When does it run?')
    await this.radio(/^Minute/).check({ force: true })
    await this.page.getByRole('textbox', { name: 'Interval' }).fill('30')
    await expect(this.page.getByRole('table', { name: 'Next five runs' }).getByRole('row')).toHaveCount(6)
  }

  async goToReview(): Promise<void> {
    await this.next('Review', 'Is this what should be made?')
  }

  /** Presses Create and waits for the end it comes to. */
  async create(outcome = 'The flow is live'): Promise<void> {
    await this.page.getByRole('button', { name: 'Create flow' }).click()
    await expect(this.heading(outcome)).toBeVisible({ timeout: 60_000 })
  }

  async next(step: string, heading: string): Promise<void> {
    await this.page.getByRole('button', { name: `Next: ${step}` }).click()
    await expect(this.heading(heading)).toBeVisible({ timeout: 20_000 })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  radio(name: RegExp): Locator {
    return this.page.getByRole('radio', { name })
  }

  tree(name: string): Locator {
    return this.page.getByRole('treegrid', { name: new RegExp(`^${name}`) })
  }

  async search(label: string, text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: label }).fill(text)
  }
}

const escape = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')

export const paypalAccount = {
  name: 'PayPal practice shop',
  fields: { Host: 'api.sandbox.paypal.com', 'Client id': 'practice-client', 'Client secret': 'practice-secret-canary-7391' },
}
