import type { FlowDefinition } from '@/lib/flows/flow-definition'

type Named = Pick<FlowDefinition, 'name'>

/** Names in Adobe of the parts that the wizard does not ask a name for. */
export const sourceConnectionName = ({ name }: Named) => `${name} (source)`
export const targetConnectionName = ({ name }: Named) => `${name} (target)`
export const mappingSetName = ({ name }: Named) => `${name} (mapping)`
