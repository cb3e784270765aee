/** An example printed in Adobe's function reference, with the record it reads and the JSON value it gives. */
export type DocumentedExample = { expression: string; record?: Record<string, unknown>; expected: unknown }

const example = (expression: string, expected: unknown, record?: Record<string, unknown>): DocumentedExample =>
  record === undefined ? { expression, expected } : { expression, expected, record }

const iphone = '"Mozilla/5.0 (iPhone; CPU iPhone OS 5_1_1 like Mac OS X) AppleWebKit/534.46 (KHTML, like Gecko) '
  + 'Version/5.1 Mobile/9B206 Safari/7534.48.3"'

const book = { author: 'George R. R. Martin', price: 17.99, ISBN: 'ISBN-978-0553801477' }
const state = 'decode(stateCode, "ca", "California", "pa", "Pennsylvania", "N/A")'
const productEvents = '";Example product 1;1;4.20;event1=2.3|event2=5:1,;Example product 2;1;4.20;event1=3|event2=2:2"'

const addressLines = { line1: '345 park ave', line2: 'bldg 2' }
// "City " with a blank behind it is Adobe's own.
const home = { ...addressLines, City: 'san jose', State: 'CA', type: 'home' }
const work = { ...addressLines, 'City ': 'san jose', State: 'CA', type: 'work' }
const office = { ...addressLines, 'City ': 'san jose', State: 'CA', type: 'office' }

/** Source: Adobe Experience Platform, Data Prep mapping functions, and the operators of the Data Prep API. */
export const documentedExamples: readonly DocumentedExample[] = [
  example('aa_get_event_id("event101=5:123456,scOpen", "event101")', '123456'),
  example(
    'aa_get_product_categories(";Example product 1;1;3.50,Example category 2;Example product 2;1;5.99")',
    [null, 'Example category 2'],
  ),
  example(`aa_get_product_event_ids(${productEvents}, "event2")`, ['1', '2']),
  example(
    'aa_get_product_prices(";Example product 1;1;3.50,Example category 2;Example product 2")', ['3.50', null],
  ),
  example('add_to_array([\'a\', \'b\'], \'c\', \'d\')', ['a', 'b', 'c', 'd']),
  example('array_to_map(addresses, "type")', { home, work, office }, { addresses: [home, work, office] }),
  example('coalesce(null, null, null, "first", null, "second")', 'first'),
  example('date("2019-10-23 11:24", "yyyy-MM-dd HH:mm", now())', '2019-10-23T11:24:00Z'),
  example('date("2019-10-23 11:24", "yyyy-MM-dd HH:mm")', '2019-10-23T11:24:00Z'),
  example('date("2019-10-23 11:24")', '2019-10-23T11:24:00Z'),
  example(state, 'California', { stateCode: 'ca' }),
  example(state, 'Pennsylvania', { stateCode: 'pa' }),
  example(state, 'N/A', { stateCode: 'ny' }),
  example('"string1".equals("STRING1")', false),
  example('filterArray([5, -6, 0, 7], x -> x > 0)', [5, 7]),
  example('flattenArray([[[\'a\', \'b\'], [\'c\', \'d\']], [[\'e\'], [\'f\']]])', ['a', 'b', 'c', 'd', 'e', 'f']),
  example('get_keys({"book1": "Pride and Prejudice", "book2": "1984"})', ['book1', 'book2']),
  example(
    'get_url_encoded("https://example.com/partneralliance_asia-pacific_2022")',
    'https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022',
  ),
  example('get_url_path("sftp://example.com//home/joe/employee.csv")', '//home/joe/employee.csv'),
  example('get_url_protocol("https://platform.adobe.com/home")', 'https'),
  example('get_values("firstName - John , lastName - Cena , phone - 555 420 8692", "firstName", "-", ",")', 'John'),
  example('iif("s".equalsIgnoreCase("S"), "True", "False")', 'True'),
  example('is_empty([1, null, 2, 3])', false),
  example('join(" ", to_array(true, "Hello", "world"))', 'Hello world'),
  example('lcase("HeLLo")', 'hello'),
  example('lower("HeLLo")', 'hello'),
  example('ltrim(" hello")', 'hello'),
  example('map_has_keys(book_details,"author")', true, { book_details: book }),
  example('max(3, 1, 4)', 4),
  example('min(3, 1, 4)', 1),
  example('nullify()', null),
  example('replacestr("This is a string re test", "re", "replace")', 'This is a string replace test'),
  example('rpad("bat", 8, "yz")', 'batyzyzy'),
  example('sha256("my text", "UTF-8")', '7330d2b39ca35eaf4cb95fc846c21ee6a39af698154a83a586ee270a0d372104'),
  example('size_of([1, 2, 3, 4])', 4),
  example(
    'str_to_object("firstName - John ; lastName - ; phone - 123 456 7890", "-", ";").get("firstName")', 'John',
  ),
  example(
    'str_to_object("firstName=John,lastName=Doe,phone=123 456 7890", "=", ",")',
    { firstName: 'John', lastName: 'Doe', phone: '123 456 7890' },
  ),
  example('to_map("firstName", "John", "lastName", "Doe")', { firstName: 'John', lastName: 'Doe' }),
  example('transformArray([5, 6, 7], x -> x + 1)', [6, 7, 8]),
  example(`ua_agent_name(${iphone})`, 'Safari'),
  example(`ua_agent_version_major(${iphone})`, 'Safari 5'),
  example(`ua_os_name(${iphone})`, 'iOS'),
  example(`ua_os_version(${iphone})`, '5.1.1'),
  example('ucase("HeLLo")', 'HELLO'),
  example('upsert_array_append([123, 456])', [123, 456]),
  example('~33', -34),
]

/** Printed examples that no evaluator can reproduce, and what is wrong with each. */
export const unusableExamples: Readonly<Record<string, string>> = {
  aa_get_product_events: 'Unpublished, a comma stands for a colon, and the second value is misprinted.',
  add_to_map: 'The result is wrapped in a key which the function does not make.',
  contains_key: 'The record it runs on is not shown.',
  explode: 'The result loses an exclamation mark.',
  format: 'A bare date is no literal, and the seconds change.',
  fpid_to_ecid: 'The derivation is not published.',
  guid: 'Random.',
  json_to_object: 'The argument is printed without quotes.',
  make_date_time: 'Local time is printed as UTC.',
  map_get_values: 'The result is wrapped in its key, against the text beside it.',
  now: 'Depends on the clock.',
  set_date_part: 'A bracket is missing, and milliseconds are lost.',
  str_to_object: 'Another example of it has a result with data that is not in the input.',
  timestamp: 'Depends on the clock.',
  to_bigint: 'A whole number is printed with a fraction.',
  to_float: 'A digit is printed twice.',
  uuid: 'Random.',
  zone_date_to_utc: 'A bare date is no literal, and a bracket is missing.',
  zone_date_to_zone: 'Depends on the clock, and local time is printed as UTC.',
}
