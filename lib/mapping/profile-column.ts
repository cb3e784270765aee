import { readSource } from './preview-value'
import type { SourceField } from './mapping-document'
import { sampleText } from './source-fields'
import { personalShapes, shapeOfValues, type ValueShape } from './suggest/value-shape'
import { wordsOfName } from './suggest/field-words'

export type ColumnProfile = {
  /** Values looked at; for a field inside lists more than there are rows. */
  count: number
  nulls: number
  distinct: number
  /** Least and greatest: as numbers where all are, else in the order of letters; dates order so too. */
  range: readonly [string, string] | undefined
  /** The most frequent values, where values repeat. */
  frequent: readonly { value: string; times: number }[]
  longest: number
  shape: ValueShape | undefined
  /** Values or name that point at a person: worth care and labels in Adobe. */
  isPersonal: boolean
}

const personalWords = new Set(['email', 'phone', 'first', 'last', 'birthdate', 'ip', 'ssn', 'passport', 'street1', 'street2', 'latitude', 'longitude', 'mobile', 'iban', 'pan'])

function rangeOf(texts: readonly string[]): readonly [string, string] | undefined {
  const isNumeric = texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text)))
  const sorted = texts.toSorted((a, b) => (isNumeric ? Number(a) - Number(b) : a < b ? -1 : Number(a > b)))
  const [least, most] = [sorted[0], sorted.at(-1)]
  return least === undefined || most === undefined ? undefined : [least, most]
}

/** What the sample rows say about a column. Undefined without rows. */
export function profileColumn(field: SourceField, rows: readonly Readonly<Record<string, unknown>>[]): ColumnProfile | undefined {
  if (rows.length === 0) return undefined
  const values = rows.flatMap((row) => {
    const value = readSource(row, field.path)
    return field.path.includes('[*]') && Array.isArray(value) ? value : [value]
  })
  const texts = values.flatMap((value) => sampleText(value) ?? [])
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  const shape = field.children.length > 0 ? undefined : shapeOfValues(texts)
  const frequent = [...times].filter(([, count]) => count > 1).toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([value, count]) => ({ value, times: count }))
  const isNamedSo = wordsOfName(field.name).some((word) => personalWords.has(word))
  return {
    count: values.length, nulls: values.length - texts.length, distinct: times.size, range: rangeOf(texts), frequent,
    longest: texts.reduce((most, text) => Math.max(most, text.length), 0), shape,
    isPersonal: isNamedSo || shape === 'fullName' || (shape !== undefined && personalShapes.has(shape)),
  }
}
