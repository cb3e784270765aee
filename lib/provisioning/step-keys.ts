/** Every kind of thing a plan may need in Adobe: the ledger's `kind`. */
export const resourceKinds = [
  'base-connection',
  'adhoc-class',
  'adhoc-schema',
  'source-connection',
  'schema',
  'identity-descriptor',
  'profile-schema',
  'dataset',
  'target-connection',
  'mapping-set',
  'flow-spec',
  'flow',
] as const

export type ResourceKind = (typeof resourceKinds)[number]

/** A plan holds at most one step of each kind, so the kind is the step's key too. */
export type StepKey = ResourceKind

export const isStepKey = (text: string): text is StepKey => resourceKinds.some((kind) => kind === text)
