import type { RegistryDefinition } from '../types'
import { behaviors } from './behaviors'
import { classes } from './classes'
import { commerceDataTypes } from './data-types/commerce'
import { financeDataTypes } from './data-types/finance'
import { personDataTypes } from './data-types/person'
import { commerceFieldGroups } from './field-groups/commerce'
import { personFieldGroups } from './field-groups/person'
import { productFieldGroups } from './field-groups/product'
import { readPublicDefinitions } from './public-definitions'

/** The set that ships with the emulator: enough of XDM to bring payments in. */
export const compactDefinitions: readonly RegistryDefinition[] = [
  ...behaviors,
  ...classes,
  ...personFieldGroups,
  ...commerceFieldGroups,
  ...productFieldGroups,
  ...personDataTypes,
  ...commerceDataTypes,
  ...financeDataTypes,
]

/**
 * The global container of the Schema Registry, in raw form: `$ref` and `allOf` unresolved, names in
 * compatibility form (no `xdm:` prefix, `_id` for `@id`). A `$ref` names another definition's `$id`
 * or, as `#/definitions/…`, a part of the same definition.
 *
 * @param xdmDir folder holding the public set (`components/…/*.schema.json`); what it has wins over
 *   the compact set, what it lacks is filled from there. Throws when it cannot be read.
 */
export function loadDefinitions(xdmDir?: string): RegistryDefinition[] {
  if (xdmDir === undefined || xdmDir === '') return structuredClone([...compactDefinitions])
  const published = readPublicDefinitions(xdmDir)
  const known = new Set(published.map((definition) => definition.$id))
  return [...published, ...structuredClone(compactDefinitions.filter((definition) => !known.has(definition.$id)))]
}
