import type { ConnectionSpec } from '../content/connection-specs/connection-spec'
import { connectionSpecs } from '../content/connection-specs/connection-specs'
import { dataLakeSpec } from '../content/connection-specs/data-lake'
import { payPalSpec } from '../content/connection-specs/paypal'
import { flowSpecs, type FlowSpec } from '../content/flow-specs/flow-specs'
import type { World } from '../world'

const payPalId = payPalSpec.spec.id

export { dataLakeSpec }

/** The catalogue of this emulator; PayPal can be taken out of it as Adobe announced. */
export function listConnectionSpecs(world: World): ConnectionSpec[] {
  return connectionSpecs.filter(({ id }) => id !== payPalId || world.switches.paypal === 'offered')
}

export function findConnectionSpec(world: World, id: string): ConnectionSpec | undefined {
  return listConnectionSpecs(world).find((spec) => spec.id === id)
}

export function listFlowSpecs(world: World): FlowSpec[] {
  if (world.switches.paypal === 'offered') return [...flowSpecs]
  return flowSpecs.map((spec) => ({
    ...spec,
    sourceConnectionSpecIds: spec.sourceConnectionSpecIds.filter((id) => id !== payPalId),
  }))
}

export function findFlowSpec(world: World, id: string): FlowSpec | undefined {
  return listFlowSpecs(world).find((spec) => spec.id === id)
}

/** How a source is explored and read, whether or not the emulator has samples for it. */
export function kindOfSource(world: World, connectionSpecId: string): 'table' | 'rest' {
  const isRest = listFlowSpecs(world).some(
    (spec) => spec.name === 'RestStorageToAEP' && spec.sourceConnectionSpecIds.includes(connectionSpecId),
  )
  return isRest ? 'rest' : 'table'
}
