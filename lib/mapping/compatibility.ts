import type { XdmField, XdmType } from '@/lib/xdm/field'
import type { SourceType } from './mapping-document'

/** How a value of the source fits: unchanged, changed without loss, perhaps losing something, or not at all. */
export type FitLevel = 'exact' | 'safe' | 'lossy' | 'impossible'

/** `reason` is a message key: `mapper.fit.<reason>`. */
export type Fit = { level: FitLevel; reason: string }

const fit = (level: FitLevel, reason: string): Fit => ({ level, reason })

const same = fit('exact', 'same')
const numeric = new Set<XdmType>(['number', 'integer', 'long', 'short', 'byte'])

function fitText(type: XdmType, field: XdmField): Fit {
  if (type === 'string') {
    if (field.enum) return fit('lossy', 'textToEnum')
    return field.pattern !== undefined || field.format !== undefined ? fit('safe', 'textToForm') : same
  }
  if (type === 'boolean') return fit('lossy', 'textToBoolean')
  if (type === 'date' || type === 'date-time') return fit('lossy', 'textToDate')
  return fit('lossy', type === 'number' ? 'textToNumber' : 'textToInteger')
}

function fitNumber(source: 'number' | 'integer', type: XdmType): Fit {
  if (type === 'string') return fit('safe', 'numberToText')
  if (type === 'number') return source === 'number' ? same : fit('safe', 'integerToNumber')
  if (numeric.has(type)) {
    if (source === 'number') return fit('lossy', 'dropsFraction')
    if (type === 'short' || type === 'byte') return fit('lossy', 'smallerRange')
    return type === 'long' ? fit('safe', 'integerToLong') : same
  }
  return fit('impossible', type === 'boolean' ? 'numberToBoolean' : 'numberToDate')
}

function fitDate(source: 'date' | 'date-time', type: XdmType): Fit {
  if (type === source) return same
  if (type === 'string') return fit('safe', 'dateToText')
  if (type === 'date-time') return fit('safe', 'dateToDateTime')
  if (type === 'date') return fit('lossy', 'dropsTime')
  return fit('impossible', type === 'boolean' ? 'dateToBoolean' : 'dateToNumber')
}

function fitBoolean(type: XdmType): Fit {
  if (type === 'boolean') return same
  return type === 'string' ? fit('safe', 'booleanToText') : fit('impossible', 'booleanToOther')
}

function fitScalar(source: SourceType, type: XdmType, field: XdmField): Fit {
  switch (source) {
    case 'string': return fitText(type, field)
    case 'number':
    case 'integer': return fitNumber(source, type)
    case 'date':
    case 'date-time': return fitDate(source, type)
    case 'boolean': return fitBoolean(type)
    default: return fit('lossy', 'unknownType')
  }
}

/**
 * How a source type fits a target field, with the reason (Data Prep, "data handling": conversions and accepted words).
 * A single value onto a list of plain values fits as its first item does. Adobe converts by the target's type;
 * what cannot be converted becomes null with a warning, so `lossy` is a risk to a value, not to the row.
 */
export function fitOf(source: SourceType, target: XdmField): Fit {
  if (target.type === 'object') {
    return source === 'object' ? fit('safe', 'sameNames') : fit('impossible', source === 'array' ? 'listToObject' : 'needsChild')
  }
  if (target.type === 'map') return source === 'object' ? fit('safe', 'objectToMap') : fit('impossible', 'needsKey')
  if (source === 'object') return fit('impossible', 'objectToValue')
  if (target.type !== 'array') return source === 'array' ? fit('impossible', 'listToValue') : fitScalar(source, target.type, target)
  if (source === 'array') return fit('safe', 'listToList')
  const item = target.itemType ?? 'object'
  if (item === 'object' || item === 'array' || item === 'map') return fit('impossible', 'needsChild')
  const first = fitScalar(source, item, target)
  return first.level === 'exact' ? fit('safe', 'firstItem') : first
}
