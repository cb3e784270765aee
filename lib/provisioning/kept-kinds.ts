import type { ResourceKind } from './step-keys'

/** How much of a flow goes: all that was made for it, or what reads and brings the data while the data itself stays. */
export const removalScopes = ['keep-data', 'everything'] as const
export type RemovalScope = (typeof removalScopes)[number]

/** What ingested rows live in, and what says how to read them. */
const dataKinds: readonly ResourceKind[] = ['dataset', 'schema', 'identity-descriptor', 'profile-schema']

/** Kinds of what a flow has made that stay in Adobe when it goes. Pure. */
export const keptKinds = (scope: RemovalScope): readonly ResourceKind[] => (scope === 'keep-data' ? dataKinds : [])
