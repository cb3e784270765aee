import type { XdmField, XdmType } from '@/lib/xdm/field'

/** Adobe's exact words for true and false (Data Prep, "data handling"). */
const booleanWords = new Set([
  'y', 'yes', 'Y', 'YES', 'on', 'ON', 'true', 'TRUE', 'n', 'N', 'no', 'NO', 'off', 'OFF', 'false', 'FALSE',
])

const numberForm = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
const wholeForm = /^[+-]?\d+$/

const ranges: Partial<Record<XdmType, readonly [number, number]>> = {
  byte: [-128, 128],
  short: [-32_768, 32_768],
  integer: [-2_147_483_648, 2_147_483_648],
  long: [-Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER + 1],
}

/** Patterns come from a registry and run in the person's browser: a broken one checks nothing. */
const patterns = new Map<string, RegExp | undefined>()

function patternOf(source: string): RegExp | undefined {
  if (!patterns.has(source)) {
    try {
      patterns.set(source, new RegExp(source, 'u'))
    } catch {
      patterns.set(source, undefined)
    }
  }
  return patterns.get(source)
}

function checkNumber(text: string, type: XdmType, { minimum, maximum }: XdmField): string | undefined {
  const isWhole = type !== 'number'
  if (!(isWhole ? wholeForm : numberForm).test(text.trim())) return isWhole ? 'notWhole' : 'notNumber'
  const [least, most] = ranges[type] ?? [-Infinity, Infinity]
  const value = Number(text)
  return value < Math.max(least, minimum ?? least) || value > Math.min(most, maximum ?? most) ? 'outOfRange' : undefined
}

function checkText(text: string, { enum: values, pattern, maxLength }: XdmField): string | undefined {
  if (values && !values.includes(text)) return 'notInEnum'
  if (maxLength !== undefined && [...text].length > maxLength) return 'tooLong'
  // Long texts are not tried against patterns: some patterns take exponential time on them.
  if (pattern !== undefined && text.length <= 256 && patternOf(pattern)?.test(text) === false) return 'notInPattern'
  return undefined
}

/**
 * Whether a text, as a preview shows it or a person types it, can become the field's value; the reason
 * (`mapper.values.<reason>`) where it cannot. For a list the first item is meant. Objects take no text.
 * @param readDate reads a date as Data Prep does when nobody gives a format; undefined for none.
 */
export function checkValue(
  text: string, field: XdmField, readDate: (text: string) => number | null,
): string | undefined {
  const type = field.type === 'array' ? (field.itemType ?? 'object') : field.type
  switch (type) {
    case 'string': return checkText(text, field)
    case 'boolean': return booleanWords.has(text) ? undefined : 'notBoolean'
    case 'date':
    case 'date-time': return readDate(text) === null ? 'notDate' : undefined
    case 'object':
    case 'array':
    case 'map': return 'notObject'
    default: return checkNumber(text, type, field)
  }
}
