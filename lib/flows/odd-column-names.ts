import type { SourceColumn } from './flow-definition'

/** Letters, digits, hyphen and underscore, not beginning with an underscore (Schema Registry, rules for custom field names). */
const registryName = /^[A-Za-z0-9-][A-Za-z0-9_-]*$/

/** Columns that an ad-hoc class cannot name as they are; a source with such columns is better described by its columns only. */
export function oddColumnNames(columns: readonly SourceColumn[]): string[] {
  return columns.map(({ name }) => name).filter((name) => !registryName.test(name))
}
