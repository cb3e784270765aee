import { isSecretKey, redactText } from '@/lib/adobe/redact'
import { formatPath } from './document-problem'

/**
 * Places of a document that hold what looks like a secret: a value under a secret's name, a bearer token, a JSON Web
 * Token. Columns described as objects may be called anything; only what could be a value counts. Pure.
 */
export function findSecrets(value: unknown, path: readonly PropertyKey[] = []): string[] {
  if (typeof value === 'string') return redactText(value) === value ? [] : [formatPath(path)]
  if (Array.isArray(value)) return value.flatMap((item, index) => findSecrets(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, key]
    const isValue = (typeof inner === 'string' && inner !== '') || typeof inner === 'number'
    return isValue && isSecretKey(key) ? [formatPath(at)] : findSecrets(inner, at)
  })
}
