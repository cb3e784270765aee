import { deltaCandidates } from '@/lib/flows/delta-column'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { judgeMapping } from '@/lib/flows/judge-mapping'
import { mappingKey } from '@/lib/flows/mapping-key'
import { proposeNames, type NameStamp } from '@/lib/flows/propose-names'
import { sourceKindOf, sourceNameOf } from '@/lib/flows/source-facts'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import type { LearnedLinks } from '@/lib/mapping/suggest/learn-links'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import type { XdmField } from '@/lib/xdm/field'
import type { BatchChoices } from './batch-choices'
import { proposeMapping } from './propose-mapping'
import { proposeTarget, type RawMode } from './propose-target'

export type ExploredObject = { columns: SourceColumn[]; rows: Record<string, unknown>[] }
export type FoundFlowSpec = { id: string; version: string; takesDelta: boolean }
/** What is the same for every object of an account in this workspace. */
export type FoundForAll = { flowSpec: FoundFlowSpec; rawMode: RawMode }

/** Everything but the mapping: what was read, where it goes, when, and what it is called. Pure. */
export function proposeAnswers(begun: DraftAnswers, { columns }: ExploredObject, choices: BatchChoices, found: FoundForAll, stamp: NameStamp): DraftAnswers {
  const { source, data } = begun
  const table = data?.table ?? ''
  const names = proposeNames(sourceNameOf(source), table, stamp)
  const hint = objectHintFor(findSource(source?.sourceKey ?? ''), table)
  const [delta] = deltaCandidates(columns)
  const { id, version, takesDelta } = found.flowSpec
  const kind = sourceKindOf(source)
  return {
    ...begun,
    data: { kind, table, columns, ...(takesDelta && delta && { deltaColumn: delta.name }) },
    target: proposeTarget(choices.target, names, hint, found.rawMode),
    schedule: { schedule: choices.schedule, flowSpec: { id, version }, takesDelta, errorDiagnosticsEnabled: true },
    review: { name: names.flow },
  }
}

/** The same answers with a mapping onto the target's fields and what the checks say of it. Pure. */
export function withProposedMapping(answers: DraftAnswers, { columns, rows }: ExploredObject, targets: readonly XdmField[], learned?: LearnedLinks): DraftAnswers {
  const table = answers.data?.table ?? ''
  const starters = objectHintFor(findSource(answers.source?.sourceKey ?? ''), table)?.starters ?? []
  const sources = sourceFieldsFromColumns(columns, rows)
  const document = proposeMapping({ sources, targets, starters, learned, table })
  const key = mappingKey(answers.data, answers.target)
  return { ...answers, mapping: { document, ...(key !== undefined && { verdict: judgeMapping({ document, sources, targets }, key) }) } }
}
