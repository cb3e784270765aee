import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'

/** What the person has chosen where a document's names do not decide. */
export type Choices = { connectionId?: string | undefined; schemaId?: string | undefined; datasetId?: string | undefined }

export type Candidate = { id: string; name: string }

/** Something the document names and the workspace does not have, or has more than once. */
export type Lacking = {
  place: 'connection' | 'schema' | 'dataset' | 'flow-spec'
  /** Sentences: `documents.lacking.<place>.<reason>`. */
  reason: 'none' | 'several' | 'other-class' | 'not-in-profile'
  name: string
  /** What could be taken instead. */
  candidates: Candidate[]
}

/** A title that the document wants to give and the registry has given already. */
export type TakenTitle = { path: string; title: string }

export type FoundNames = { connection?: string; schema?: string; dataset?: string }

/** A document seen in one workspace. Plain data: it goes to the browser as it is. */
export type Resolution = {
  bindings: Partial<Bindings>
  /** What the things are called here, where a choice has taken another one than the document names. */
  names: FoundNames
  lacking: Lacking[]
  taken: TakenTitle[]
  /** What the flow specification here does not allow of the schedule. */
  schedule: DocumentProblem[]
}

/** Whether every name has found its id. */
export const isBound = (bindings: Partial<Bindings>, lacking: readonly Lacking[]): bindings is Bindings =>
  lacking.length === 0 && bindings.baseConnectionId !== undefined && bindings.flowSpec !== undefined

/** The definition with the names that its ids have here, so that names and ids never speak of two things. */
export function withFoundNames(definition: FlowDefinition, { connection, schema, dataset }: FoundNames): FlowDefinition {
  const { source, target } = definition
  return {
    ...definition,
    source: { ...source, connectionName: connection ?? source.connectionName },
    target: {
      schema: target.schema.mode === 'existing' ? { ...target.schema, title: schema ?? target.schema.title } : target.schema,
      dataset: target.dataset.mode === 'existing' ? { ...target.dataset, name: dataset ?? target.dataset.name } : target.dataset,
    },
  }
}
