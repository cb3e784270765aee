/**
 * What payment systems and XDM call the same thing, as one word each. General words of the trade; nothing here is made
 * for one source or one schema.
 */
export const sameWord: Readonly<Record<string, string>> = {
  amt: 'amount', sum: 'amount', txn: 'transaction', trx: 'transaction', tx: 'transaction', transactions: 'transaction',
  no: 'number', num: 'number', nr: 'number', qty: 'quantity', ccy: 'currency', curr: 'currency', desc: 'description',
  identifier: 'id', ident: 'id', ids: 'id', time: 'date', timestamp: 'date', datetime: 'date', at: 'date', on: 'date',
  created: 'create', creation: 'create', updated: 'update', modified: 'update', modification: 'update', changed: 'update',
  mail: 'email', emails: 'email', tel: 'phone', telephone: 'phone', given: 'first', family: 'last',
  zip: 'postal', zipcode: 'postal', postcode: 'postal', postalcode: 'postal',
  addr: 'address', addresses: 'address', payments: 'payment', charges: 'charge', orders: 'order', products: 'product',
  items: 'item', names: 'name', refunds: 'refund', returns: 'return', fees: 'fee', taxes: 'tax', vat: 'tax', gst: 'tax', discounts: 'discount',
  locality: 'city', town: 'city', province: 'state', cost: 'price', url: 'link', uri: 'link', href: 'link', img: 'image', picture: 'image',
  photo: 'image', cancelled: 'cancel', canceled: 'cancel', canceling: 'cancel', cancellation: 'cancel', void: 'cancel', voided: 'cancel',
  dob: 'birthdate', birthday: 'birthdate', lat: 'latitude', lng: 'longitude', lon: 'longitude', lang: 'language', locale: 'language',
  shipped: 'ship', delivery: 'shipping', freight: 'shipping', recipient: 'shipping', ship: 'ship', dispatch: 'ship', invoices: 'invoice', bill: 'billing', quantities: 'quantity',
  coupon: 'promotion', promo: 'promotion', voucher: 'promotion', skus: 'sku', cents: 'amount', money: 'amount', organisation: 'organization',
  company: 'organization', business: 'organization', org: 'organization', sex: 'gender', cell: 'mobile', cellphone: 'mobile', categories: 'category',
  uid: 'id', prod: 'product', cust: 'customer', customers: 'customer', inv: 'invoice', refunded: 'refund', captured: 'capture', fraud: 'risk', kind: 'type', lines: 'line',
}

/**
 * Words that make another thing of what they stand beside: a refunded amount is no amount paid. A field that says one of
 * them is not meant by a column that does not, and the other way round. At most 31, since they are kept as bits.
 */
const markWords: readonly string[] = [
  'refund', 'return', 'cancel', 'discount', 'tax', 'fee', 'shipping', 'billing', 'fax', 'tip', 'gift', 'promotion', 'requisition', 'instant', 'cart', 'subscription',
  'previous', 'minimum', 'maximum',
]
const markBits = new Map(markWords.map((word, at) => [word, 1 << at]))
// What is sent is what is shipped.
markBits.set('ship', markBits.get('shipping') ?? 0)

/** The marks among words, as bits. */
export const marksOf = (words: Iterable<string>): number => {
  let bits = 0
  for (const word of words) bits |= markBits.get(word) ?? 0
  return bits
}

/** What a name's last words say of its values, whatever they are about: an id is no reason, an amount no status. */
const kindOfWord = new Map<string, string>([
  ...['id', 'number', 'reference', 'sku', 'key', 'token'].map((word) => [word, 'id'] as const),
  ...['amount', 'total', 'price', 'subtotal', 'balance'].map((word) => [word, 'money'] as const),
  ...['date', 'year'].map((word) => [word, 'time'] as const),
  ...['status', 'state', 'reason', 'resolution'].map((word) => [word, 'state'] as const),
  ...['quantity', 'count'].map((word) => [word, 'quantity'] as const),
  ['currency', 'currency'],
])

/** The kind of values that the words of a name end in, the last that tells; undefined where none does. */
export function kindOf(words: readonly string[]): string | undefined {
  const telling = words.findLast((word) => kindOfWord.has(word))
  if (telling !== undefined) return kindOfWord.get(telling)
  return words.includes('code') ? 'code' : undefined
}

/** Words for somebody: a name beside one of them is a person's. */
export const personWords: ReadonlySet<string> = new Set([
  'customer', 'person', 'payer', 'buyer', 'billing', 'shipping', 'cardholder', 'holder', 'user', 'contact', 'shopper', 'guest', 'attendee', 'donor', 'client',
])

/** Several words that mean one. Tried on the words of a name in order; longest first. */
export const phrases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['administrative', 'district', 'level1'], ['state']],
  [['admin', 'area1'], ['state']], [['admin', 'area2'], ['city']],
  [['firstname'], ['first', 'name']], [['lastname'], ['last', 'name']], [['surname'], ['last', 'name']], [['middlename'], ['middle', 'name']], [['fullname'], ['full', 'name']],
  [['state', 'or', 'state'], ['state']], [['state', 'state'], ['state']],
  [['address', 'line1'], ['street1']], [['address', 'line2'], ['street2']], [['address', 'line3'], ['street3']],
  [['line1'], ['street1']], [['line2'], ['street2']], [['line3'], ['street3']], [['address1'], ['street1']], [['address2'], ['street2']],
  [['date', 'of', 'birth'], ['birthdate']], [['birth', 'date'], ['birthdate']], [['unit', 'price'], ['price', 'unit']],
  [['total', 'price'], ['price', 'total']], [['po', 'number'], ['purchase', 'order', 'number']],
  [['stock', 'keeping', 'unit'], ['sku']], [['item', 'code'], ['item', 'sku']], [['product', 'code'], ['product', 'sku']], [['item', 'number'], ['item', 'sku']],
  [['article', 'number'], ['item', 'sku']], [['part', 'number'], ['item', 'sku']], [['email', 'address'], ['email', 'address']], [['date', 'date'], ['date']],
]

/** Words near in meaning, not the same: how much one counts for the other. Read both ways. */
const nearPairs: readonly (readonly [string, string, number])[] = [
  ['amount', 'price', 0.6], ['amount', 'total', 0.6], ['price', 'total', 0.5], ['value', 'amount', 0.6], ['gross', 'total', 0.8],
  ['gross', 'amount', 0.5], ['net', 'total', 0.4], ['subtotal', 'total', 0.6], ['subtotal', 'price', 0.4], ['transaction', 'payment', 0.6], ['charge', 'payment', 0.8],
  ['charge', 'transaction', 0.8], ['capture', 'payment', 0.6], ['tender', 'payment', 0.7], ['order', 'purchase', 0.8], ['invoice', 'purchase', 0.6],
  ['invoice', 'order', 0.5], ['method', 'type', 0.6], ['status', 'state', 0.3], ['customer', 'person', 0.6], ['payer', 'person', 0.6],
  ['buyer', 'person', 0.6], ['payer', 'customer', 0.7], ['buyer', 'customer', 0.8], ['buyer', 'payer', 0.8], ['customer', 'personal', 0.5],
  ['payer', 'personal', 0.5], ['buyer', 'personal', 0.5], ['receipt', 'personal', 0.3], ['customer', 'billing', 0.15], ['payer', 'billing', 0.15], ['buyer', 'billing', 0.15],
  ['product', 'item', 0.7], ['item', 'list', 0.2], ['line', 'item', 0.7], ['line', 'list', 0.4], ['description', 'name', 0.4], ['title', 'name', 0.7], ['label', 'name', 0.5],
  ['code', 'id', 0.5], ['number', 'id', 0.5], ['reference', 'id', 0.6], ['reference', 'number', 0.5], ['key', 'id', 0.4], ['uuid', 'id', 0.8], ['guid', 'id', 0.8], ['token', 'id', 0.4],
  ['initiation', 'create', 0.6], ['initiated', 'create', 0.7], ['occurred', 'date', 0.5], ['placed', 'create', 0.6], ['opened', 'create', 0.5], ['update', 'last', 0.3],
  ['reason', 'status', 0.3], ['state', 'region', 0.6], ['mobile', 'phone', 0.6], ['note', 'description', 0.5], ['memo', 'description', 0.5],
  ['subject', 'description', 0.4], ['statement', 'description', 0.3], ['image', 'link', 0.4], ['tracking', 'shipping', 0.4], ['category', 'type', 0.4], ['event', 'transaction', 0.3],
  ['count', 'quantity', 0.7], ['units', 'quantity', 0.6], ['sku', 'id', 0.3], ['merchant', 'organization', 0.4], ['birth', 'birthdate', 0.8],
]

/** Words that say little where they stand among others. */
export const faintWords: ReadonlySet<string> = new Set([
  'personal', 'xdm', 'the', 'of', 'details', 'detail', 'info', 'information', 'data', 'object', 'record', 'list', 'is', 'has', 'main', 'node', 'edge', 'attribute', 'payload', 'result', 'body', 'default', 'current',
])

/** Names that only mean something together with what holds them: `personalEmail.address`, `fee_amount.value`. */
export const genericNames: ReadonlySet<string> = new Set(['address', 'number', 'value', 'amount', 'id', 'code', 'name', 'type', 'status', 'date', 'total', 'label'])

const near = new Map<string, Map<string, number>>()
for (const [a, b, weight] of nearPairs) {
  for (const [from, to] of [[a, b], [b, a]] as const) near.set(from, (near.get(from) ?? new Map<string, number>()).set(to, weight))
}

/** Words near a word, with how much each counts for it. */
export const nearWords = (word: string): ReadonlyMap<string, number> | undefined => near.get(word)
