import type { TargetAnswers } from './draft-answers'

/** Whether the records can go into Real-Time Customer Profile, and who decides it. */
export type ProfileChoice =
  /** The person decides; `changesSchema` when the schema itself would join the union, which Adobe does not take back. */
  | { kind: 'free'; changesSchema: boolean }
  /** The existing dataset is enabled: whatever lands in it goes into Profile. */
  | { kind: 'given' }
  /** Something existing is not enabled, and what a flow has not made it does not change. */
  | { kind: 'barred'; by: 'schema' | 'dataset' }
  /** Schema or dataset are not chosen yet. */
  | { kind: 'open' }

/** What the chosen schema and dataset allow. Pure. */
export function profileChoice({ schemaMode, schemaId, datasetMode, datasetId, schemaInProfile, datasetInProfile }: TargetAnswers): ProfileChoice {
  if (schemaMode === 'build') return { kind: 'free', changesSchema: true }
  if (schemaMode === undefined || schemaId === undefined) return { kind: 'open' }
  if (datasetMode !== 'existing') return schemaInProfile ? { kind: 'free', changesSchema: false } : { kind: 'barred', by: 'schema' }
  if (datasetId === undefined) return { kind: 'open' }
  return datasetInProfile ? { kind: 'given' } : { kind: 'barred', by: 'dataset' }
}

/** Whether the records will go into Profile with these answers. Pure. */
export function entersProfile(target: TargetAnswers): boolean {
  const choice = profileChoice(target)
  return choice.kind === 'given' || (choice.kind === 'free' && target.forProfile === true)
}
