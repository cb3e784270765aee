/** Names of fields whose values never leave the process. */
const secretName =
  /(secret|passw|token|authori[sz]ation|cookie|api[-_]?key|private[-_]?key|master[-_]?key|credential|session[-_]?id)/i

/** Text that is a secret whatever its field is called: bearer tokens, JSON Web Tokens, and passwords in addresses. */
const secretText: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [redacted]'],
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, '[redacted]'],
  [/(\/\/[^\s:/@]+):[^\s@/]+@/g, '$1:[redacted]@'],
  [/\b(client_secret|password|access_token|code|token)=[^\s&"']+/gi, '$1=[redacted]'],
]

/**
 * A copy fit for a log: secret-looking fields struck out, errors as plain objects with their causes, big integers and
 * dates as text, circles cut. Pure.
 */
export function redactSecrets(value: unknown): unknown {
  return redact(value, new Set())
}

function redact(value: unknown, above: ReadonlySet<unknown>): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (above.has(value)) return '[circular]'
  const within = new Set(above).add(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    return redact({ name, message, stack, ...(cause === undefined ? {} : { cause }) }, within)
  }
  if (Array.isArray(value)) return value.map((item) => redact(item, within))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isSecret(key, inner) ? '[redacted]' : redact(inner, within)]),
  )
}

function isSecret(key: string, value: unknown): boolean {
  return secretName.test(key) && value !== null && value !== undefined && typeof value !== 'boolean'
}

function redactText(text: string): string {
  return secretText.reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), text)
}
