import type { Clock } from './clock'
import type { JsonObject, RegistryDefinition, SampleSource } from './content/types'
import type { MappedRow, MappingRow, TransformError } from './engine/types'
import type { Installation } from './installation'
import type { Store } from './store'
import type { Switches } from './switches'

/** What applies mappings to rows and checks them; handed in, so that tests can use their own. */
export type Engine = {
  applyMapping(input: { mappings: MappingRow[]; schema: JsonObject; rows: JsonObject[]; nowMs: number }): MappedRow[]
  validateMapping(input: { mapping: MappingRow; schema: JsonObject; sourceColumns?: string[] }): TransformError[]
}

/** Everything the services share. */
export type World = {
  store: Store
  clock: Clock
  installation: Installation
  switches: Switches
  definitions: RegistryDefinition[]
  sources: SampleSource[]
  engine: Engine
  /** Seconds between a run's due time and its first appearance. */
  runDelaySeconds: number
  /** Address to put into absolute links. */
  origin: string
}
