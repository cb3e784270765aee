import type { TargetAnswers } from '@/lib/flows/draft-answers'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import type { ProposedNames } from '@/lib/flows/propose-names'
import type { ObjectHint } from '@/lib/sources/payments-source'
import type { BatchTarget } from './batch-choices'

export type RawMode = FlowDefinition['rawSchema']['mode']

/**
 * A draft's target as the batch's choice says it. With a schema for each, the source's advice decides; where it has none,
 * class and field groups stay open for the person. `rawMode`: how this workspace describes raw columns. Pure.
 */
export function proposeTarget(choice: BatchTarget, names: ProposedNames, hint: ObjectHint | undefined, rawMode: RawMode = 'adhoc'): TargetAnswers {
  const raw: TargetAnswers['rawSchema'] = rawMode === 'adhoc' ? { mode: rawMode, classTitle: names.rawClass, schemaTitle: names.rawSchema } : { mode: rawMode }
  if (choice.mode === 'each') {
    return {
      schemaMode: 'build', schemaTitle: names.targetSchema, datasetMode: 'new', datasetName: names.dataset, rawSchema: raw,
      ...(hint && { classId: hint.classId, fieldGroupIds: hint.fieldGroupIds }),
    }
  }
  const { title, classId } = choice
  const dataset: TargetAnswers = { datasetMode: 'new', datasetName: choice.dataset === 'one' ? title : names.dataset }
  return choice.mode === 'one'
    ? { schemaMode: 'build', schemaTitle: title, classId, fieldGroupIds: choice.fieldGroupIds, ...dataset, rawSchema: raw }
    : { schemaMode: 'existing', schemaTitle: title, schemaId: choice.schemaId, classId, ...dataset, rawSchema: raw }
}

/** One class for all objects: that of most of them, with every field group the source advises for it. Pure. */
export function proposeSharedSchema(hints: readonly (ObjectHint | undefined)[]): { classId: string; fieldGroupIds: string[] } | undefined {
  const known = hints.filter((hint) => hint !== undefined)
  const counts = new Map<string, number>()
  for (const { classId } of known) counts.set(classId, (counts.get(classId) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (!most) return undefined
  return { classId: most[0], fieldGroupIds: groupsFor(known, most[0]) }
}

/** Every field group that the source advises for objects of a class. */
export const groupsFor = (hints: readonly (ObjectHint | undefined)[], classId: string): string[] => [
  ...new Set(hints.flatMap((hint) => (hint?.classId === classId ? hint.fieldGroupIds : []))),
]
