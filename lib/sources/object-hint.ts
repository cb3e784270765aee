import type { ObjectHint, PaymentsSource } from './payments-source'

/** The words of a table's path, lower case: `PayPal.Catalog_Products` gives paypal, catalog, products. */
export function objectWords(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).filter(Boolean).map((word) => word.toLowerCase())
}

/**
 * The source's advice for a table or resource: what names all the words of its name, else by the words themselves; the
 * last word tells most, so it is asked first.
 */
export function objectHintFor(source: PaymentsSource | undefined, object: string | undefined): ObjectHint | undefined {
  const words = objectWords(object ?? '')
  const whole = source?.objects.find((hint) => hint.exactly?.some((name) => name === words.join('_') || words.join('_').endsWith(`_${name}`)))
  if (whole) return whole
  for (const word of words.toReversed()) {
    const hint = source?.objects.find((each) => each.words.includes(word))
    if (hint) return hint
  }
  return undefined
}
