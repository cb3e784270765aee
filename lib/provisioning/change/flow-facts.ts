import type { FlowItem } from '@/lib/adobe/answers'
import type { PatchOperation } from '@/lib/adobe/requests/flow-service-items'
import type { DefinitionChange } from '@/lib/flows/compare-definitions'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { marked } from '../steps/step'

/** What can be changed of a flow that lives, each with the one value that Adobe keeps of it. */
export const changeableFacts = ['name', 'description', 'frequency', 'interval', 'mapping'] as const
export type FlowFact = (typeof changeableFacts)[number]
export type MappingSetRef = { id: string; version: number }
export type WantedFacts = { name: string; description: string; frequency: string; interval?: number; mapping?: MappingSetRef }

const factOfPath: Record<string, FlowFact> = {
  name: 'name', description: 'description', 'schedule.frequency': 'frequency', 'schedule.interval': 'interval', 'mapping.rows': 'mapping',
}

/** The facts that the given differences are about. */
export const factsOf = (changes: readonly DefinitionChange[]): Set<FlowFact> =>
  new Set(changes.flatMap(({ path }) => factOfPath[path] ?? []))

/** What a flow of this definition has as its facts. The description keeps the marker by which the flow is found again. */
export function wantedFacts({ name, description, schedule }: FlowDefinition, marker: string, mapping?: MappingSetRef): WantedFacts {
  const { frequency } = schedule
  return {
    name,
    description: marked(marker, description),
    frequency,
    ...(schedule.interval !== undefined && { interval: schedule.interval }),
    ...(mapping && { mapping }),
  }
}

/** A fact as Adobe has it, as one text; empty where there is none. */
export function readFact(item: FlowItem, fact: FlowFact): string {
  if (fact === 'name') return item.name ?? ''
  if (fact === 'description') return item.description ?? ''
  if (fact === 'mapping') return refText(mappingOf(item)?.ref)
  return String(item.scheduleParams?.[fact] ?? '')
}

/** The same of what is wanted. */
export function wantedFact(wanted: WantedFacts, fact: FlowFact): string {
  if (fact === 'mapping') return refText(wanted.mapping)
  return String(wanted[fact] ?? '')
}

const refText = (ref: MappingSetRef | undefined) => (ref ? `${ref.id} ${ref.version}` : '')

/** The transformation called Mapping and where it stands; that is not the same in every flow. */
function mappingOf({ transformations }: FlowItem) {
  const index = (transformations ?? []).findIndex(({ name }) => name === 'Mapping')
  const params = transformations?.[index]?.params
  if (index < 0) return undefined
  const { mappingId, mappingVersion } = params ?? {}
  const ref = typeof mappingId === 'string' ? { id: mappingId, version: Number(mappingVersion ?? 0) } : undefined
  return { index, params, ref }
}

/** What has to be sent so that the touched facts of a flow are as wanted; nothing for those that are so already. */
export function operationsTo(item: FlowItem, wanted: WantedFacts, touched: ReadonlySet<FlowFact>): PatchOperation[] {
  return changeableFacts
    .filter((fact) => touched.has(fact) && wantedFact(wanted, fact) !== '' && wantedFact(wanted, fact) !== readFact(item, fact))
    .map((fact) => operationFor(item, wanted, fact))
}

function operationFor(item: FlowItem, wanted: WantedFacts, fact: FlowFact): PatchOperation {
  if (fact !== 'mapping') {
    const path = fact === 'frequency' || fact === 'interval' ? `/scheduleParams/${fact}` : `/${fact}`
    return { op: readFact(item, fact) === '' ? 'add' : 'replace', path, value: wanted[fact] }
  }
  const present = mappingOf(item)
  const params = { ...present?.params, mappingId: wanted.mapping?.id, mappingVersion: wanted.mapping?.version }
  const value = { name: 'Mapping', params }
  return present ? { op: 'replace', path: `/transformations/${present.index}`, value } : { op: 'add', path: '/transformations/-', value }
}
