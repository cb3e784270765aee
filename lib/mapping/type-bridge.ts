import type { XdmField } from '@/lib/xdm/field'
import { checkValue } from './check-value'
import { fitOf } from './compatibility'
import type { SourceField } from './mapping-document'
import { previewValue } from './preview-value'
import { readDate } from './read-date'
import { sourceReference } from './source-reference'
import { shapeOfValues } from './suggest/value-shape'
import { wordsOfName } from './suggest/field-words'

/** A calculated field that makes a column fit where it would not by itself; `mapper.bridges.<code>` says what it does. */
export type TypeBridge = { code: string; expression: string }

type Candidate = TypeBridge & { isCertain?: boolean }

/** Currencies without a minor unit, as Stripe and ISO 4217 list them: their amounts are whole already. */
const wholeCurrencies = ['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'ugx', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']

const moneyWords = new Set(['amount', 'price', 'total', 'fee', 'tax', 'discount', 'net', 'gross', 'subtotal', 'refund', 'tip', 'balance', 'value'])
const isMoneyName = (path: string): boolean => path.split('.').slice(-2).some((name) => wordsOfName(name).some((word) => moneyWords.has(word)))

const numeric = new Set(['number', 'integer', 'long', 'short', 'byte'])
const isDate = (field: XdmField): boolean => field.type === 'date' || field.type === 'date-time'

/** Forms of dates that Adobe does not try by itself, by what their values look like. */
const dateForms: readonly (readonly [RegExp, string])[] = [
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{2}:\d{2}:\d{2}$/, 'dd/MM/yyyy HH:mm:ss'],
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'dd/MM/yyyy'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm:ss'],
  [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, 'yyyy-MM-dd\'T\'HH:mm:ss'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm'],
  [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/, 'yyyy-MM-dd\'T\'HH:mm:ssXXX'],
  [/^\d{1,2}\.\d{1,2}\.\d{4} \d{2}:\d{2}$/, 'dd.MM.yyyy HH:mm'],
]

export type BridgeContext = {
  /** A column beside this one that names the currency of its amount, as an expression reads it. */
  currency?: string | undefined
}

function epochCandidates(read: string, shape: string | undefined, field: XdmField): Candidate[] {
  if (!isDate(field)) return []
  const form = field.type === 'date' ? 'yyyy-MM-dd' : 'yyyy-MM-dd\'T\'HH:mm:ss\'Z\''
  if (shape === 'epochMillis') return [{ code: 'epochMillis', expression: `dformat(${read}, "${form}")`, isCertain: true }]
  // Without values: seconds are what payment interfaces send.
  return [{ code: 'epochSeconds', expression: `dformat(${read} * 1000, "${form}")`, isCertain: true }]
}

function moneyCandidate(read: string, { currency }: BridgeContext): Candidate {
  const whole = wholeCurrencies.map((code) => `"${code}", ${read}`).join(', ')
  return currency === undefined
    ? { code: 'minorUnits', expression: `${read} / 100.0`, isCertain: true }
    : { code: 'minorUnitsByCurrency', expression: `decode(lower(${currency}), ${whole}, ${read} / 100.0)`, isCertain: true }
}

function candidatesFor(source: SourceField, field: XdmField, context: BridgeContext): Candidate[] {
  const read = sourceReference(source.path)
  const samples = source.samples ?? []
  const shape = shapeOfValues(samples)
  const isNumber = source.type === 'integer' || source.type === 'number'
  const found: Candidate[] = []
  if (isNumber || shape === 'epochSeconds' || shape === 'epochMillis') found.push(...epochCandidates(read, shape, field))
  const isWholeMoney = source.type === 'integer' && samples.every((sample) => /^-?\d+$/.test(sample)) && shape !== 'epochSeconds' && shape !== 'epochMillis'
  if (isWholeMoney && field.type === 'number' && isMoneyName(source.path) && isMoneyName(field.path)) found.push(moneyCandidate(read, context))
  if (isNumber && field.type === 'boolean') found.push({ code: 'numberToFlag', expression: `${read} == 1`, isCertain: true })
  if (source.type !== 'string' && source.type !== 'unknown') return found
  if (isDate(field)) for (const [form, pattern] of dateForms) if (samples.length > 0 && samples.every((one) => form.test(one))) found.push({ code: 'dateForm', expression: `date(${read}, "${pattern}")` })
  if (field.type === 'string') {
    found.push(
      { code: 'upper', expression: `upper(${read})` }, { code: 'lower', expression: `lower(${read})` },
      { code: 'trim', expression: `trim(${read})` }, { code: 'underscores', expression: `lower(replacestr(trim(${read}), " ", "_"))` },
    )
    if (field.maxLength !== undefined) found.push({ code: 'shorten', expression: `substr(${read}, 0, ${field.maxLength})` })
  }
  if (numeric.has(field.type)) {
    found.push(
      { code: 'thousands', expression: `to_decimal(replacestr(${read}, ",", ""))` },
      { code: 'currencySign', expression: `to_decimal(replacestr(replacestr(${read}, "$", ""), ",", ""))` },
    )
  }
  if (field.type === 'boolean') found.push({ code: 'words', expression: `lower(trim(${read})).equals("yes") || lower(trim(${read})).equals("true") || trim(${read}).equals("1")` })
  return found
}

/** Puts a sample back into a row, so that an expression can be tried on it. */
function recordOf(path: string, sample: unknown): Record<string, unknown> {
  const names = path.replaceAll('[*]', '').split(/(?<!\\)\./).map((name) => name.replace(/\\(.)/g, '$1'))
  const lists = path.split(/(?<!\\)\./).map((name) => name.split('[*]').length - 1)
  return names.reduceRight<unknown>((inside, name, at) => {
    let value = inside
    for (let depth = 0; depth < (lists[at] ?? 0); depth += 1) value = [value]
    return { [name]: value }
  }, sample) as Record<string, unknown>
}

const typed = (source: SourceField, sample: string): unknown =>
  source.type === 'integer' || source.type === 'number' ? Number(sample) : sample

/** Whether every sample comes through an expression as a value of the field. */
function passes(source: SourceField, field: XdmField, expression: string): boolean {
  const row = { id: 'bridge', sourceType: 'EXPRESSION' as const, source: expression, destination: field.path }
  return (source.samples ?? []).every((sample) => {
    const made = previewValue(row, field, recordOf(source.path, typed(source, sample)), 0)
    return made.reason === undefined && made.failure === undefined && made.after !== undefined
  })
}

const failsAsItIs = (source: SourceField, field: XdmField): boolean =>
  (source.samples ?? []).some((sample) => checkValue(sample, field, readDate) !== undefined)

/**
 * The calculated field that takes a column over to a field whose type or form it does not have: epoch seconds to a
 * date-time, minor units to an amount, small letters to capitals where the field's pattern wants them. Tried on the
 * sample values, so that what is proposed works at least there. Undefined where none is needed or none is known.
 */
export function findBridge(source: SourceField, field: XdmField, context: BridgeContext = {}): TypeBridge | undefined {
  if (field.children.length > 0) return undefined
  const isNeeded = fitOf(source.type, field).level === 'impossible' || failsAsItIs(source, field)
  // Cents written as an amount fit by type and are wrong all the same.
  if (!isNeeded && !(source.type === 'integer' && field.type === 'number')) return undefined
  const isTried = (source.samples?.length ?? 0) > 0
  for (const { code, expression, isCertain } of candidatesFor(source, field, context)) {
    const isMoney = code.startsWith('minorUnits')
    if (!isNeeded && !isMoney) continue
    // An amount reads the currency beside it, which a single sample does not bring along.
    if (isMoney || (isTried ? passes(source, field, expression) : isCertain === true)) return { code, expression }
  }
  return undefined
}
