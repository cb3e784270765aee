/** What stands in the place of a secret. */
export const struckOut = '••••••'

const secretWords =
  /secret|passw|passphrase|authorization|bearer|(private|account|api).?key|credential|connection.?string|signature|jwt/i
const secretTokens = /^token$|(access|refresh|id|auth|session|security|bearer)[._-]?token$|(^|[._-])sas/i

/** Of a source's credentials only these are kept; whatever else stands in `auth.params` may be a secret. */
const harmlessAuthParams = /^(host|clientId|environmentUrl|accessTokenUrl|authorizationTestUrl|apiVersion|region)$/

/** Whether a field of that name holds a secret. `tokenType` or `continuationToken` do not. */
export const isSecretKey = (key: string): boolean => secretWords.test(key) || secretTokens.test(key)

/**
 * A deep copy without secrets: values under secret-looking names, everything but known harmless names in `auth.params`
 * (also when a JSON Patch replaces it), and `known` secrets wherever they stand in a text.
 */
export function redactBody(value: unknown, known: readonly string[] = []): unknown {
  return walk(value, known)
}

function walk(value: unknown, known: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, known)
  if (Array.isArray(value)) return value.map((item) => walk(item, known))
  if (typeof value !== 'object' || value === null) return value
  const patchOfAuth = 'op' in value && 'path' in value && /^\/auth(\/|$)/.test(String(value.path))
  const entries = Object.entries(value).map(([key, inner]) => {
    if (patchOfAuth && key === 'value') return [key, walkAuth(inner, known, String((value as { path: unknown }).path))]
    if (key === 'auth' && typeof inner === 'object') return [key, walkAuth(inner, known, '/auth')]
    if (isSecretKey(key) && holdsSecret(inner)) return [key, struckOut]
    return [key, walk(inner, known)]
  })
  return Object.fromEntries(entries)
}

// Descriptions of secrets (a JSON Schema property called clientSecret) are objects of their own and worth keeping.
const holdsSecret = (value: unknown) => typeof value === 'string' || typeof value === 'number' || Array.isArray(value)

function walkAuth(value: unknown, known: readonly string[], path: string): unknown {
  const leaf = path.split('/').at(-1) ?? ''
  if (typeof value !== 'object' || value === null) return harmlessAuthParams.test(leaf) ? walk(value, known) : struckOut
  if (leaf === 'auth') {
    const clean = (key: string, inner: unknown) =>
      key === 'params' ? walkAuth(inner, known, '/auth/params') : walk(inner, known)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(key, inner)]))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, harmlessAuthParams.test(key) ? walk(inner, known) : struckOut]),
  )
}

/** The text without known secrets, bearer tokens and anything in the form of a JWT. */
export function redactText(text: string, known: readonly string[] = []): string {
  let clean = text
  for (const secret of known) {
    for (const form of spellings(secret)) clean = clean.replaceAll(form, struckOut)
  }
  return clean
    .replace(/\bbearer\s+[\w.~+/-]{8,}=*/gi, `Bearer ${struckOut}`)
    .replace(/\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g, struckOut)
    .replace(/((?:client_secret|access_token|refresh_token|password)=)[^&\s"']+/gi, `$1${struckOut}`)
}

// Secrets of one or two characters would strike out half of every text; nobody has such secrets.
const spellings = (secret: string) =>
  secret.length < 4 ? [] : [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]

/** The secret values of a request body, so that an answer echoing them can be cleaned as well. */
export function collectSecrets(value: unknown): string[] {
  const found: string[] = []
  const compare = (before: unknown, after: unknown) => {
    if (after === struckOut) return collectStrings(before, found)
    if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return
    for (const [key, inner] of Object.entries(before)) compare(inner, (after as Record<string, unknown>)[key])
  }
  compare(value, redactBody(value))
  return found
}

function collectStrings(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) collectStrings(inner, into)
}
