import type { SourceColumn } from './flow-definition'

/** Letters, digits, hyphen and underscore, not beginning with an underscore (Schema Registry, rules for custom field names). */
const registryName = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/

/** Does the registry take the name as it is? */
export const isFieldName = (name: string): boolean => registryName.test(name)

/**
 * Names as the registry takes them, by the source's own: accents go, everything else it does not know becomes an
 * underscore, and names that would become the same get a number. Names that are fine stay what they are.
 */
export function cleanFieldNames(names: readonly string[]): Map<string, string> {
  const cleaned = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of names) if (isFieldName(name) && !taken.has(name)) keep(name, name)
  for (const [index, name] of names.entries()) {
    if (cleaned.has(name)) continue
    const plain = toPlainName(name) || `field_${index + 1}`
    let free = plain
    for (let count = 2; taken.has(free); count += 1) free = `${plain}_${count}`
    keep(name, free)
  }
  return cleaned

  function keep(name: string, clean: string) {
    cleaned.set(name, clean)
    taken.add(clean)
  }
}

const toPlainName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^_+|_+$/g, '')

export type CleanedName = { /** Where it is, as in a mapping. */ path: string; to: string }

/** Every name that has to be cleaned for an ad-hoc class, also inside objects and lists. */
export function cleanedNames(columns: readonly SourceColumn[]): CleanedName[] {
  return cleanedIn(columns.map(({ name, xdm }) => [name, xdm] as const), '')
}

function cleanedIn(fields: readonly (readonly [string, unknown])[], home: string): CleanedName[] {
  const names = cleanFieldNames(fields.map(([name]) => name))
  return fields.flatMap(([name, node]) => {
    const path = home + name
    const to = names.get(name) ?? name
    return [...(to === name ? [] : [{ path, to }]), ...cleanedIn(fieldsOf(node), `${path}.`)]
  })
}

function fieldsOf(node: unknown): [string, unknown][] {
  if (!isObject(node)) return []
  if (isObject(node['properties'])) return Object.entries(node['properties'])
  return fieldsOf(node['items'])
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
