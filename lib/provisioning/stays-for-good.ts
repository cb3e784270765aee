import type { ResourceKind } from './step-keys'

const kept: ReadonlySet<ResourceKind> = new Set<ResourceKind>(['profile-schema', 'schema', 'identity-descriptor'])

/**
 * Whether Adobe keeps a thing of a flow for good: once its schema is in Profile, the schema is not deleted, does not leave
 * Profile, and its identity stays with it. `hasJoined`: the step that joins Profile has been done. Pure.
 */
export const staysForGood = (kind: ResourceKind, hasJoined: boolean): boolean => hasJoined && kept.has(kind)
