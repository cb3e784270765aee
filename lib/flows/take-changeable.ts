import type { FlowDefinition } from './flow-definition'

/**
 * A living flow with what a draft says of the parts that can change in place; all others stay as the flow has them,
 * whatever a form has made of them on the way. Pure.
 */
export function takeChangeable(flow: FlowDefinition, draft: FlowDefinition): FlowDefinition {
  const { description: _old, ...kept } = flow
  const { name, description, mapping, schedule } = draft
  return { ...kept, name, ...(description !== undefined && { description }), mapping, schedule: rescheduled(flow.schedule, schedule) }
}

/** Once and repeating are different kinds of flow: neither becomes the other. */
function rescheduled(kept: FlowDefinition['schedule'], wanted: FlowDefinition['schedule']): FlowDefinition['schedule'] {
  if (kept.frequency === 'once' || wanted.frequency === 'once') return kept
  return { ...kept, frequency: wanted.frequency, interval: wanted.interval }
}
