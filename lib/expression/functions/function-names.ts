import { functions } from './function-registry'

/** Names that a field may not be written as without `${}`; methods follow a dot and take no name away. */
export const functionNames: ReadonlySet<string> = new Set(
  functions.filter((entry) => !entry.isMethod).map((entry) => entry.name),
)
