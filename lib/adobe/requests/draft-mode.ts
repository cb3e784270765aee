import type { AdobeCall } from '../types'
import { flowService, segment } from './paths'
import type { FlowServiceCollection } from './flow-service-items'

/**
 * The same creation as a draft (`?mode=draft`): Flow Service keeps it and reads nothing until it is published. Refused where
 * a specification does not support drafts (1368-400).
 */
export const draftCall = (call: AdobeCall, isDraft: boolean | undefined): AdobeCall =>
  isDraft ? { ...call, query: { ...call.query, mode: 'draft' } } : call

/**
 * Makes a draft real (`POST …/action?op=publish`, without a body). What a draft stands on comes before it: base connection,
 * then source and target connection, then the flow.
 */
export const publishRequest = (collection: FlowServiceCollection, id: string): AdobeCall => ({
  method: 'POST',
  path: `${flowService}/${collection}/${segment(id)}/action`,
  query: { op: 'publish' },
})
