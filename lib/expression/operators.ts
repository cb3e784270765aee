/** Documentation of one operator, in our own words. */
export type OperatorDoc = {
  /** Its name in the messages, where its description stands in every language. */
  key: string
  symbol: string
  /** The word that means the same. */
  word?: string
  example: string
  description: string
  /** Shown by Adobe, or taken from Commons JEXL, on which Adobe's language seems to be built. */
  documentedBy: 'adobe' | 'jexl'
}

const adobe = (key: string, symbol: string, example: string, description: string, word?: string): OperatorDoc =>
  ({ key, symbol, example, description, documentedBy: 'adobe', ...(word === undefined ? {} : { word }) })
const jexl = (key: string, symbol: string, example: string, description: string, word?: string): OperatorDoc =>
  ({ key, symbol, example, description, documentedBy: 'jexl', ...(word === undefined ? {} : { word }) })

/** Every operator of the language, those used most first. */
export const operators: readonly OperatorDoc[] = [
  adobe('add', '+', 'price + tax', 'Adds two numbers; joins two texts.'),
  jexl('subtract', '- (binary)', 'gross - fee', 'Subtracts.'),
  jexl('multiply', '*', 'amount * 100', 'Multiplies.'),
  adobe('divide', '/', 'cents / 100.0', 'Divides; between two whole numbers the fraction is dropped.', 'div'),
  jexl('remainder', '%', 'count % 2', 'The remainder of a division.', 'mod'),
  adobe('negate', '- (unary)', '-fee', 'Changes the sign.'),
  adobe('equal', '==', 'status == "COMPLETED"', 'Whether two values are equal; null only equals null.', 'eq'),
  adobe('unequal', '!=', 'email != null', 'Whether two values differ.', 'ne'),
  adobe('less', '<', 'amount < 100', 'Less than; false when a side is null.', 'lt'),
  jexl('atMost', '<=', 'amount <= 100', 'Less than or equal.', 'le'),
  adobe('greater', '>', 'amount > 0', 'Greater than; false when a side is null.', 'gt'),
  adobe('atLeast', '>=', 'amount >= 5500', 'Greater than or equal.', 'ge'),
  adobe(
    'and', '&&', 'id != null && id != ""', 'Both conditions hold; the second is not computed when the first fails.', 'and',
  ),
  jexl('or', '||', 'isGift || isRefund', 'One of the conditions holds; the second is computed only when needed.', 'or'),
  adobe('not', '!', '!isTest', 'The opposite of a condition.', 'not'),
  jexl('choose', '? :', 'amount > 0 ? "in" : "out"', 'One value when a condition holds, another when not, as iif does.'),
  jexl('orElse', '?:', 'nickname ?: name', 'The left value, or the right one when the left is null, empty, 0 or false.'),
  jexl('unlessNull', '??', 'nickname ?? name', 'The left value, or the right one when the left is null.'),
  adobe('lambda', '->', 'x -> x + 1', 'A small function of one value, for filterArray and transformArray.'),
  adobe('member', '. (member)', 'payer.email', 'A field of an object, or a method when parentheses follow.'),
  adobe('index', '[ ] (index)', 'items[0]', 'One element of an array, counted from 0.'),
  jexl('matches', '=~', 'email =~ ".*@example[.]com"', 'Matches a regular expression, or is an element of an array.'),
  jexl('matchesNot', '!~', 'country !~ ["US", "CA"]', 'The opposite of =~.'),
  jexl('begins', '=^', 'id =^ "PAY-"', 'Begins with a text.'),
  jexl('beginsNot', '!^', 'id !^ "TEST-"', 'Does not begin with a text.'),
  jexl('ends', '=$', 'file =$ ".csv"', 'Ends with a text.'),
  jexl('endsNot', '!$', 'file !$ ".tmp"', 'Does not end with a text.'),
  jexl('range', '..', '1..3', 'An array of whole numbers from one to another.'),
  adobe('flipBits', '~', '~33', 'Turns every bit of a whole number over.'),
  jexl('sharedBits', '&', 'flags & 4', 'The bits two whole numbers share.'),
  jexl('eitherBits', '|', 'flags | 4', 'The bits of either whole number.'),
  jexl('differingBits', '^', 'flags ^ 4', 'The bits of exactly one of two whole numbers.'),
  jexl('empty', 'empty', 'empty items', 'Whether a value is null or holds nothing.'),
  jexl('size', 'size', 'size items', 'How many elements or characters a value has.'),
]
