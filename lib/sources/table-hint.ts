import type { PaymentsSource, TableHint } from './payments-source'

/** The words of a table's path, lower case: `PayPal.Catalog_Products` gives paypal, catalog, products. */
export function tableWords(table: string): string[] {
  return table.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).filter(Boolean).map((word) => word.toLowerCase())
}

/** The source's advice for a table, by the words of its name; the last word tells most, so it is asked first. */
export function tableHintFor(source: PaymentsSource | undefined, table: string | undefined): TableHint | undefined {
  for (const word of tableWords(table ?? '').toReversed()) {
    const hint = source?.tableHints.find((each) => each.words.includes(word))
    if (hint) return hint
  }
  return undefined
}
