import type { Moment } from './moment'
import { parseDate } from './parse-date'

/**
 * The forms Adobe tries one after another when a text is mapped to a date field without a format (Data Prep
 * data handling page). The order decides: `12112020` is December 11th, because `MMddyyyy` comes before a
 * day-first form.
 */
export const automaticDateForms: readonly string[] = [
  'yyyy-MM-dd HH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss.SSSZ',
  'yyyy-MM-dd HH:mm:ss.SSS',
  'yyyy-MM-dd\'T\'HH:mm:ss.SSSX',
  'yyyy-MM-dd\'T\'HH:mm:ss\'Z\'',
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyy-MMM-dd',
  'yyyyMMdd',
  'MM-dd-yyyy',
  'MMddyyyy',
  'M/dd/yyyy',
  'dd.M.yyyy',
  'M/dd/yyyy hh:mm:ss a',
  'dd.M.yyyy hh:mm:ss a',
  'dd.MMM.yyyy',
  'dd-MMM-yyyy',
]

/** Forms which Adobe's examples of `date(text)` read although the list does not hold them; zone optional. */
const furtherForms = [
  'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd\'T\'HH:mm', 'yyyy-MM-dd\'T\'HH:mm:ss',
  'yyyy-MM-dd HH:mm:ss.S', 'yyyy-MM-dd\'T\'HH:mm:ss.S',
]

/** Epoch milliseconds of a text in one of the documented forms, first hit wins; null when none fits. */
export function parseDateAutomatic(text: string): number | null {
  return readAutomatic(text)?.epochMs ?? null
}

/** As parseDateAutomatic, and also what `date(text)` reads beyond the list: ISO 8601 with or without zone. */
export function parseDateLenient(text: string): number | null {
  return readDateLenient(text)?.epochMs ?? null
}

function readAutomatic(text: string): Moment | null {
  if (text.length > 64) return null
  return readFirst(text, automaticDateForms)
}

/** parseDateLenient with the zone that was written. */
export function readDateLenient(text: string): Moment | null {
  const trimmed = text.trim()
  if (trimmed.length > 64) return null
  return readAutomatic(trimmed) ?? readFirst(trimmed, furtherForms)
    ?? readFirst(trimmed, furtherForms.flatMap((form) => [`${form}X`, `${form}z`, `${form} z`]))
}

function readFirst(text: string, forms: readonly string[]): Moment | null {
  for (const form of forms) {
    const moment = parseDate(text, form)
    if (moment !== null) return moment
  }
  return null
}
