import { drawFor } from './draw'
import { drawPrice, type CurrencyCode, type Money } from './money'

export type Good = {
  number: number
  id: string
  sku: string
  name: string
  description: string | null
  type: 'PHYSICAL' | 'DIGITAL' | 'SERVICE'
  category: string
}

type Shelf = { category: string; type: Good['type']; nouns: readonly [string, ...string[]]; about: string }

const shelves: readonly [Shelf, ...Shelf[]] = [
  {
    category: 'BOOKS_PERIODICALS_AND_NEWSPAPERS',
    type: 'PHYSICAL',
    nouns: ['Field Guide to Lichens', 'Pocket Atlas', 'Café Notebook', '星の王子さま'],
    about: 'Sewn binding, acid-free paper, ribbon.',
  },
  {
    category: 'SOFTWARE',
    type: 'DIGITAL',
    nouns: ['Invoice Pro licence', 'Backup Vault', 'Font family “Größe”', 'Plugin bundle'],
    about: 'A licence key arrives by mail within minutes; updates for a year.',
  },
  {
    category: 'SPORTS_AND_OUTDOORS',
    type: 'PHYSICAL',
    nouns: ['Trail Running Vest', 'Enamel Mug 0,3 l', 'Rope 9.8 mm × 60 m', 'Jalapeño Kite'],
    about: 'Made for weather; repaired free of charge for two years.',
  },
  {
    category: 'CONSULTING_SERVICES',
    type: 'SERVICE',
    nouns: ['Onboarding hour', 'Data audit', 'Workshop “Schema & Sense”'],
    about: 'Held remotely in English or German; to be moved until a day before.',
  },
  {
    category: 'FOOD_RETAIL_AND_SERVICE',
    type: 'PHYSICAL',
    nouns: ['Crème de marrons', 'Genmaicha 玄米茶', 'Single-origin espresso', 'Salted liquorice'],
    about: 'May contain traces of nuts.',
  },
]

const looks = ['Classic', 'Large', 'Mini', 'Organic', 'Limited Edition', '2nd generation', 'Blue', 'Gift box'] as const

const longText =
  'Please read before ordering.\nColours differ from screen to screen; "sand" in particular is closer to "oat". ' +
  'Dispatch takes 2–4 working days, to islands 5–9; for deliveries outside the customs union the recipient pays ' +
  'duties & VAT. Returns within 30 days, unworn, with the label still on; vouchers are not exchanged for cash. '

/** The same product for the same number, in every table of every source. */
export function good(number: number): Good {
  const draw = drawFor('good', number)
  const shelf = draw.pick(shelves)
  const description = draw.chance(0.12) ? null : draw.chance(0.06) ? longText.repeat(3).trim() : shelf.about
  return {
    number,
    id: `PROD-${draw.code(17)}`,
    sku: `${shelf.category.slice(0, 3)}-${String(1000 + number)}`,
    name: `${draw.pick(shelf.nouns)}, ${draw.pick(looks)}`,
    description,
    type: shelf.type,
    category: shelf.category,
  }
}

/** What a product costs in a currency; always the same. */
export function priceOf(number: number, currency: CurrencyCode): Money {
  return drawPrice(drawFor(`price ${currency}`, number), currency, 4, 400)
}
