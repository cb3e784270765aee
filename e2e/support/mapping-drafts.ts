import type { Browser, BrowserContextOptions } from '@playwright/test'
import { paypalAccount, Wizard } from './wizard'

/** What stands at the mapping step: PayPal's flat columns of products, or Stripe's charges with objects in objects. */
export type MappingDraft = 'products' | 'charges'

const stripeAccount = { name: 'Stripe practice account', fields: { 'Access token': 'sk_test_canary_4417' } }

const prepare: Record<MappingDraft, (wizard: Wizard) => Promise<void>> = {
  products: async (wizard) => {
    await wizard.chooseAccount('PayPal', paypalAccount)
    await wizard.chooseTable('PayPal.Catalog_Products', 'updatedAt')
    await wizard.buildSuggestedSchema()
  },
  charges: async (wizard) => {
    await wizard.chooseAccount('Stripe', stripeAccount)
    await wizard.chooseResource('charges')
    await wizard.buildSuggestedSchema()
  },
}

/** Drafts that have come to the mapping step through the wizard, one of a kind for all tests of a worker. */
export class MappingDrafts {
  readonly #addresses = new Map<MappingDraft, Promise<string>>()

  constructor(private readonly browser: Browser, private readonly options: BrowserContextOptions) {}

  /** Where the draft's mapping step is. */
  addressOf(draft: MappingDraft): Promise<string> {
    const address = this.#addresses.get(draft) ?? this.make(draft)
    this.#addresses.set(draft, address)
    return address
  }

  /** A further draft of the kind, for who needs two. */
  async make(draft: MappingDraft): Promise<string> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', ...this.options })
    const wizard = new Wizard(await context.newPage())
    await wizard.begin()
    await prepare[draft](wizard)
    const address = wizard.page.url()
    await context.close()
    return address
  }
}
