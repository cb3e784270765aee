import type { DocumentedExample } from '../documented-examples'

const at = (expression: string, expected: unknown, record?: Record<string, unknown>): DocumentedExample =>
  record === undefined ? { expression, expected } : { expression, expected, record }

const desktop = '"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:124.0) Gecko/20100101 Firefox/124.0"'
const phone = '"Mozilla/5.0 (Linux; Android 9; SM-G960F) AppleWebKit/537.36 (KHTML, like Gecko) '
  + 'Chrome/74.0.3729.157 Mobile Safari/537.36"'
const products = '"Toys;Ball;2;5.00;event1=3:x|event2;eVar1=red|eVar2=big,;Hat;;7.25;event1;eVar2=small"'
const text = { basket: { sum: 12.5, lines: [{ sku: 'A' }, { sku: 'B' }] }, note: null }
const shelf = { a: 1, b: 2 }

/** Our own examples for what Adobe describes without a usable example. Expected values follow the description. */
export const ownExamples: readonly DocumentedExample[] = [
  // Texts
  at('concat("a", 1, null, "b")', 'a1b'), at('concat(sum, "!")', '2.5!', { sum: 2.5 }),
  at('explode("x|y||z", "\\\\|")', ['x', 'y', '', 'z']), at('explode("x,y,")', ['x', 'y', '']),
  at('explode("a--b", "--")', ['a', 'b']), at('split("a;b,,c", ",;")', ['a', 'b', 'c']),
  at('instr("payment-payee", "pay")', 0), at('instr("payment-payee", "pay", 1)', 8),
  at('instr("payment-payee", "pay", 0, 2)', 8), at('instr("payment", "x")', -1),
  at('substr("invoice", 2, 3)', 'voi'), at('substr("abc", 1, 99)', 'bc'), at('substr("abc", 9, 1)', ''),
  at('upper("straße")', 'STRASSE'), at('upper(null)', null),
  at('lpad("7", 3, "0")', '007'), at('lpad("long", 2, "0")', 'long'), at('lpad("a", 3, "")', '  a'),
  at('left("receipt", 3)', 'rec'), at('right("receipt", 3)', 'ipt'), at('right("ab", 9)', 'ab'),
  at('rtrim(" a ")', ' a'), at('trim("\t a \n")', 'a'),
  at('"Euro".equalsIgnoreCase("EURO")', true), at('"1".equals(1)', false),
  // Regular expressions and hashes
  at('extract_regex("INV-2024-77", "(\\\\d+)-(\\\\d+)")', ['2024-77', '2024', '77']), at('extract_regex("a", "b")', []),
  at('matches_regex("2024-01", "\\d{4}-\\d{2}")', true), at('matches_regex("x2024-01", "\\d{4}-\\d{2}")', false),
  at('md5("")', 'd41d8cd98f00b204e9800998ecf8427e'), at('sha1("abc")', 'a9993e364706816aba3e25717850c26c9cd0d89d'),
  at('left(sha512("abc"), 16)', 'ddaf35a193617aba'), at('crc32("123456789")', '2639f4cb'),
  at('md5("é", "ISO-8859-1") == md5("é", "UTF-8")', false), at('md5("é", "US-ASCII") == md5("?")', true),
  // URLs
  at('get_url_host("https://pay.example.com:8443/x")', 'pay.example.com'), at('get_url_host("no url")', null),
  at('get_url_port("https://pay.example.com:8443/x")', 8443), at('get_url_port("sftp://example.com/x")', 22),
  at('get_url_port("nothing")', null), at('get_url_protocol("nothing")', null),
  at('get_url_path("https://example.com/a/b.csv?x=1#y", false)', 'b.csv'),
  at('get_url_query_str("https://example.com/?a=1&b=two#end", "retain")', { a: '1', b: 'two#end' }),
  at('get_url_query_str("https://example.com/?a=1&b=two#end", "remove")', { a: '1', b: 'two' }),
  at('get_url_query_str("https://example.com/?a=1#end", "append")', { a: '1', _anchor_: 'end' }),
  at('get_url_encoded("a b|~\\\\ü-_.")', 'a%20b%7C%7E%5C%C3%BC-_.'), at('get_url_decoded("a%20b%2Bc+d")', 'a b+c+d'),
  // Dates; the clock of the tests stands at 2024-03-05T06:07:08.009Z
  at('now()', '2024-03-05T06:07:08.009Z'), at('timestamp()', 1_709_618_828_009),
  at('date(null, "yyyy", date("2020-01-02"))', '2020-01-02T00:00:00Z'), at('date(null)', null),
  at('date("2014-07-11T04:03:52+0200")', '2014-07-11T04:03:52+02:00'),
  at('date("Dec 31 2020 11:05 PM", "MMM dd yyyy hh:mm a")', '2020-12-31T23:05:00Z'),
  at('format(now(), "EEE, d MMM yyyy HH:mm:ss.SSS X")', 'Tue, 5 Mar 2024 06:07:08.009 Z'),
  at('format(now(), "yy/M \'o\'\'clock\' h a D Q")', '24/3 o\'clock 6 AM 65 1'),
  at('dformat(0, "yyyy-MM-dd HH:mm:ss")', '1970-01-01 00:00:00'), at('dformat("86400000", "dd")', '02'),
  at('date_part("year", now())', 2024), at('date_part("MM", now())', 3), at('date_part("mi", now())', 7),
  at('date_part("hh12", date("2024-01-01 13:00"))', 1), at('date_part("SSS", now())', 9),
  at('date_part("ww", date("2021-01-03"))', 53), at('date_part("quarter", now())', 1), at('date_part("dy", now())', 65),
  at('set_date_part("month", 2, date("2023-03-31 10:00"))', '2023-02-28T10:00:00Z'),
  at('set_date_part("hh", 23, now())', '2024-03-05T23:07:08.009Z'),
  at('make_date_time(2024, 7, 1, 12, 0, 0, 5000000, "Europe/Paris")', '2024-07-01T12:00:00.005+02:00'),
  at('make_timestamp(2024, 1, 1, 12, 0, 0, 0, "UTC")', '2024-01-01T12:00:00Z'),
  at('zone_date_to_utc(date("2024-01-01 12:00:00 PST"))', '2024-01-01T20:00:00Z'),
  at('zone_date_to_zone(date("2024-07-01 12:00"), "America/New_York")', '2024-07-01T08:00:00-04:00'),
  // Objects, arrays and maps
  at('arrays_to_objects("sku", ["A", "B"], "n", [1])', [{ sku: 'A', n: 1 }, { sku: 'B', n: null }]),
  at('arrays_to_object("sku", ["A"])', [{ sku: 'A' }]), at('to_object("a", 1, "b", null)', { a: 1, b: null }),
  at('str_to_object("a:1, b : 2")', { a: '1', b: '2' }), at('str_to_object("a=1", "=").get("z")', null),
  at('contains_key("basket.lines[1].sku")', true, text), at('contains_key("basket.lines[2]")', false, text),
  at('contains_key("note")', true, text), at('is_set("basket.nothing")', false, text), at('is_empty({:})', true),
  at('is_empty(null)', true), at('get_keys(null)', null), at('basket.get("sum")', 12.5, text),
  at('first(1, 2)', 1), at('last([1, 2])', 2), at('first([])', null),
  at('join_arrays([1], [2, 3], ["x"])', [1, 2, 3, 'x']),
  at('to_array(false, 1, null, 2)', [1, 2]), at('to_array(true, null)', [null]), at('size_of({"a": 1})', 1),
  at('array_to_string("-", [1, [2, [3]]])', '1-2-3'), at('upsert_array_replace(["a"])', ['a']),
  at('add_to_map(shelf, {"b": 9, "c": 3})', { a: 1, b: 2, c: 3 }, { shelf }),
  at('object_to_map("a", 1, "b", 2)', shelf), at('object_to_map(shelf)', shelf, { shelf }),
  at('object_to_map(basket.lines, sku)', { A: { sku: 'A' }, B: { sku: 'B' } }, text),
  at('object_to_map(missing)', null),
  at('to_map(1, "one", 1, "again")', { 1: 'one' }), at('map_get_values(shelf, "b")', 2, { shelf }),
  at('map_get_values(shelf, ["a", "b", "a"])', [1, 2], { shelf }),
  at('map_has_keys(shelf, ["x", "a"])', true, { shelf }),
  at('map_has_keys(shelf, "x")', false, { shelf }),
  // Logic, numbers, JSON
  at('iif(null, "x", "y")', 'y'), at('iif(true, 1, 1 / 0)', 1), at('decode("a", "a", 1, "b", 1 / 0)', 1),
  at('decode("z", "a", 1)', null), at('max("apple", "pear")', 'pear'), at('min([3, null, 2])', 2),
  at('to_bigint("9007199254740993")', '9007199254740993'), at('to_bigint("-12")', -12), at('to_integer(" 42 ")', 42),
  at('to_decimal("3.0") / 2', 1.5), at('to_integer("3") / 2', 1), at('to_float("0.1")', 0.1),
  at('to_decimal(null)', null),
  at('json_to_object("{\\"a\\": [1, null]}")', { a: [1, null] }), at('json_to_object("[true]")[0]', true),
  at('size_of(uuid())', 36),
  at('matches_regex(guid(), "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")', true),
  // User agents and Analytics strings
  at(`ua_agent_name(${desktop})`, 'Firefox'), at(`ua_device_class(${desktop})`, 'Desktop'),
  at(`ua_agent_version(${desktop})`, '124.0'), at(`ua_device_class(${phone})`, 'Phone'),
  at(`ua_os_name_version(${phone})`, 'Android 9'), at(`ua_os_version_major(${phone})`, 'Android 9'),
  at('aa_get_event_value("event1=5:7,event2", "event1")', '5'),
  at('aa_get_event_value("event1=5,event2", "event2")', '1'),
  at('aa_get_event_id("event1=5,event2", "event9")', null),
  at(`aa_get_product_names(${products})`, ['Ball', 'Hat']), at(`aa_get_product_quantities(${products})`, ['2', null]),
  at(`aa_get_product_evars(${products}, "eVar2")`, ['big', 'small']),
  at(`aa_get_product_evars(${products}, "eVar1")`, ['red', null]),
  at(`aa_get_product_event_values(${products}, "event1")`, ['3', '1']),
  at(`aa_get_product_events(${products}, "event1")`, [{ id: 'x', value: '3' }, { id: null, value: '1' }]),
]
