/** Short forms that payment systems and XDM write differently, each to one word. General, not made for one source. */
const sameWord: Readonly<Record<string, string>> = {
  amt: 'amount', value: 'amount', sum: 'amount', txn: 'transaction', trx: 'transaction', transactions: 'transaction',
  no: 'number', num: 'number', nr: 'number', qty: 'quantity', ccy: 'currency', curr: 'currency', desc: 'description',
  identifier: 'id', ident: 'id', guid: 'id', uuid: 'id', time: 'date', timestamp: 'date', datetime: 'date', at: 'date',
  created: 'create', creation: 'create', updated: 'update', modified: 'update', modification: 'update', last: 'update',
  mail: 'email', tel: 'phone', telephone: 'phone', mobile: 'phone', given: 'first', surname: 'last', family: 'last',
  zip: 'postal', postcode: 'postal', postalcode: 'postal', addr: 'address', payments: 'payment', orders: 'order',
  products: 'product', items: 'item', names: 'name', refunds: 'refund', buyer: 'payer', customer: 'payer',
}

const cache = new Map<string, readonly string[]>()
const cacheSizeMax = 20_000

/** The words of a name or path: `Transaction_Amount_Value`, `transactionAmount` → transaction, amount. */
export function nameWords(text: string): readonly string[] {
  const known = cache.get(text)
  if (known) return known
  const words = text
    .replace(/\[[^\]]*\]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => sameWord[word] ?? word)
  const distinct = [...new Set(words)]
  if (cache.size >= cacheSizeMax) cache.clear()
  cache.set(text, distinct)
  return distinct
}

/** Two spellings of one word: equal, or one begins with the other and three letters of it at least. */
const isNear = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))

/**
 * From 0 to 1: how much of the source's name the target's path says, and how much of the path's end the name says.
 * The last words of a path weigh most, since they name the field and the others its place.
 */
export function similarity(name: readonly string[], path: readonly string[]): number {
  if (name.length === 0 || path.length === 0) return 0
  let said = 0
  for (const word of name) if (path.some((other) => isNear(word, other))) said += 1
  const end = path.slice(-2)
  const ended = end.filter((word) => name.some((other) => isNear(word, other))).length
  return 0.6 * (said / name.length) + 0.4 * (ended / end.length)
}
