/** Documentation of one operator, in our own words. */
export type OperatorDoc = {
  symbol: string
  /** The word that means the same. */
  word?: string
  example: string
  description: string
  /** Shown by Adobe, or taken from Commons JEXL, on which Adobe's language seems to be built. */
  documentedBy: 'adobe' | 'jexl'
}

const adobe = (symbol: string, example: string, description: string, word?: string): OperatorDoc =>
  ({ symbol, example, description, documentedBy: 'adobe', ...(word === undefined ? {} : { word }) })
const jexl = (symbol: string, example: string, description: string, word?: string): OperatorDoc =>
  ({ symbol, example, description, documentedBy: 'jexl', ...(word === undefined ? {} : { word }) })

/** Every operator of the language, those used most first. */
export const operators: readonly OperatorDoc[] = [
  adobe('+', 'price + tax', 'Adds two numbers; joins two texts.'),
  jexl('- (binary)', 'gross - fee', 'Subtracts.'),
  jexl('*', 'amount * 100', 'Multiplies.'),
  adobe('/', 'cents / 100.0', 'Divides; between two whole numbers the fraction is dropped.', 'div'),
  jexl('%', 'count % 2', 'The remainder of a division.', 'mod'),
  adobe('- (unary)', '-fee', 'Changes the sign.'),
  adobe('==', 'status == "COMPLETED"', 'Whether two values are equal; null only equals null.', 'eq'),
  adobe('!=', 'email != null', 'Whether two values differ.', 'ne'),
  adobe('<', 'amount < 100', 'Less than; false when a side is null.', 'lt'),
  jexl('<=', 'amount <= 100', 'Less than or equal.', 'le'),
  adobe('>', 'amount > 0', 'Greater than; false when a side is null.', 'gt'),
  adobe('>=', 'amount >= 5500', 'Greater than or equal.', 'ge'),
  adobe(
    '&&', 'id != null && id != ""', 'Both conditions hold; the second is not computed when the first fails.', 'and',
  ),
  jexl('||', 'isGift || isRefund', 'One of the conditions holds; the second is computed only when needed.', 'or'),
  adobe('!', '!isTest', 'The opposite of a condition.', 'not'),
  jexl('? :', 'amount > 0 ? "in" : "out"', 'One value when a condition holds, another when not, as iif does.'),
  jexl('?:', 'nickname ?: name', 'The left value, or the right one when the left is null, empty, 0 or false.'),
  jexl('??', 'nickname ?? name', 'The left value, or the right one when the left is null.'),
  adobe('->', 'x -> x + 1', 'A small function of one value, for filterArray and transformArray.'),
  adobe('. (member)', 'payer.email', 'A field of an object, or a method when parentheses follow.'),
  adobe('[ ] (index)', 'items[0]', 'One element of an array, counted from 0.'),
  jexl('=~', 'email =~ ".*@example[.]com"', 'Matches a regular expression, or is an element of an array.'),
  jexl('!~', 'country !~ ["US", "CA"]', 'The opposite of =~.'),
  jexl('=^', 'id =^ "PAY-"', 'Begins with a text.'),
  jexl('!^', 'id !^ "TEST-"', 'Does not begin with a text.'),
  jexl('=$', 'file =$ ".csv"', 'Ends with a text.'),
  jexl('!$', 'file !$ ".tmp"', 'Does not end with a text.'),
  jexl('..', '1..3', 'An array of whole numbers from one to another.'),
  adobe('~', '~33', 'Turns every bit of a whole number over.'),
  jexl('&', 'flags & 4', 'The bits two whole numbers share.'),
  jexl('|', 'flags | 4', 'The bits of either whole number.'),
  jexl('^', 'flags ^ 4', 'The bits of exactly one of two whole numbers.'),
  jexl('empty', 'empty items', 'Whether a value is null or holds nothing.'),
  jexl('size', 'size items', 'How many elements or characters a value has.'),
]
