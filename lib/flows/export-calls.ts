import { struckOut } from '@/lib/adobe/redact'
import type { RequestPreview } from '@/lib/adobe/request-preview'
import { startMarginSeconds } from '@/lib/adobe/requests/schedule-params'
import type { AdobeCredentialFacts } from '@/lib/adobe/types'
import { previewCalls } from '@/lib/provisioning/call-preview'
import { planFlow } from '@/lib/provisioning/plan'
import type { StepKey } from '@/lib/provisioning/step-keys'
import { fail, succeed, type Result } from '@/lib/result'
import type { DocumentProblem } from './document-problem'
import { findSecrets } from './find-secrets'
import type { Bindings, FlowDefinition } from './flow-definition'

/** A place in the calls that whoever runs them fills: from its environment, or from the answer to an earlier call. */
export type ExportVariable = {
  /** Lower case with underscores, e.g. `dataset_id`. */
  name: string
  /** The workspace's own value; absent for what only comes into being. */
  value?: string
  /** What it is, for a comment. */
  note: string
}

/** How the id is read from the answer. */
export type AnswerForm = 'registry' | 'descriptor' | 'dataset' | 'item'

export type ExportCall = {
  stepKey: StepKey
  /** What the call makes, and its name: `dataset “PayPal Products”`. */
  title: string
  /** Without `Authorization`; variables stand in it as tokens. */
  preview: RequestPreview
  answer: AnswerForm
  /** The variable that takes the id; absent where nothing is created. */
  keeps?: string
  /** The variable that takes the registry's short id, which a later call has in its address. */
  keepsAlt?: string
}

/** The variables that a call's answer fills. */
export const keptBy = ({ keeps, keepsAlt }: ExportCall): string[] => [keeps, keepsAlt].filter((name) => name !== undefined)

export type ExportPlan = {
  name: string
  description?: string
  calls: ExportCall[]
  variables: ExportVariable[]
  /** The text that stands for a variable in the calls. It occurs nowhere else in them. */
  tokenOf: (variable: string) => string
  /** Whether the flow starts when it is made, so that its start has to be reckoned then (`start_time`). */
  startsWhenMade: boolean
}

/** Names of variables that are no ids: markers, moments, credentials. */
export const exportNames = { marker: 'marker', startTime: 'start_time', platformOrigin: 'platform_origin' } as const

export const variableOf = (key: StepKey): string => `${key.replaceAll('-', '_')}_id`

const altVariableOf = (key: StepKey): string => `${key.replaceAll('-', '_')}_alt_id`

/** Seconds from now to the start of a flow that starts when it is made. */
export const startsAfterSeconds = startMarginSeconds

/**
 * The calls that make a flow, in their order, with variables in place of everything that belongs to a workspace or only
 * comes into being: what curl script and Postman collection are written from. They are the calls that the app itself
 * sends. Refused where a call holds what looks like a secret, because a struck-out call would not be that call. Pure.
 */
export function exportCalls(definition: FlowDefinition, bindings: Bindings, facts: AdobeCredentialFacts): Result<ExportPlan, DocumentProblem[]> {
  const tokenOf = tokensFor(JSON.stringify([definition, facts]))
  const idToken = (key: StepKey) => tokenOf(variableOf(key))
  const bound: Bindings = {
    baseConnectionId: idToken('base-connection'),
    flowSpec: { id: idToken('flow-spec'), version: bindings.flowSpec.version },
    ...(bindings.schemaId && { schemaId: idToken('schema') }),
    ...(bindings.datasetId && { datasetId: idToken('dataset') }),
  }
  const place = { ...facts, clientId: tokenOf('client_id'), orgId: tokenOf('org_id'), sandbox: tokenOf('sandbox') }
  const marker = tokenOf(exportNames.marker)
  const names = new Map(planFlow(definition, bindings).steps.map(({ key, name }) => [key, name]))
  const startsWhenMade = definition.schedule.start === 'as-soon-as-created'
  const altToken = (key: StepKey) => tokenOf(altVariableOf(key))
  const previews = previewCalls(definition, bound, place, { nowMs: 0, placeholder: idToken, altPlaceholder: altToken, marker })
  const isAddressed = (key: StepKey) => previews.some(({ preview }) => preview.url.includes(altToken(key)))
  const calls = previews.map(({ stepKey, preview }): ExportCall => ({
    stepKey,
    title: stepKey === 'flow-spec' ? 'flow specification' : `${stepKey.replaceAll('-', ' ')} “${names.get(stepKey) ?? ''}”`,
    preview: shape(preview, facts.platformOrigin, tokenOf, startsWhenMade && stepKey === 'flow'),
    answer: answerForms[stepKey] ?? 'item',
    ...(stepKey === 'flow-spec' ? {} : { keeps: variableOf(stepKey) }),
    ...(isAddressed(stepKey) && { keepsAlt: altVariableOf(stepKey) }),
  }))
  const secrets = [...findSecrets(definition), ...calls.filter(isStruckOut).map(({ title }) => title)]
  if (secrets.length > 0) return fail(secrets.map((path) => ({ path, area: 'documents', code: 'secret' })))
  const { name, description } = definition
  return succeed({ name, ...(description !== undefined && { description }), calls, variables: variablesOf(bindings, facts), tokenOf, startsWhenMade })
}

const answerForms: Partial<Record<StepKey, AnswerForm>> = {
  'adhoc-class': 'registry', 'adhoc-schema': 'registry', schema: 'registry', 'identity-descriptor': 'descriptor',
  'profile-schema': 'registry', dataset: 'dataset',
}

/** Letters, digits and underscores: the same in an address, a header, a JSON text and between quotes of a shell. */
function tokensFor(texts: string): (variable: string) => string {
  let salt = 0
  while (texts.includes(`_v${salt}__`)) salt++
  return (variable) => `__${variable}_v${salt}__`
}

function shape(preview: RequestPreview, origin: string, tokenOf: ExportPlan['tokenOf'], reckonsStart: boolean): RequestPreview {
  const { authorization: _fetchedLater, ...headers } = preview.headers
  const url = preview.url.replace(origin, () => tokenOf(exportNames.platformOrigin))
  const body = reckonsStart ? withStart(preview.body, tokenOf(exportNames.startTime)) : preview.body
  return { ...preview, url, headers, ...(body !== undefined && { body }) }
}

function withStart(body: unknown, startTime: string): unknown {
  if (typeof body !== 'object' || body === null || !('scheduleParams' in body)) return body
  return { ...body, scheduleParams: { ...(body.scheduleParams as object), startTime } }
}

const isStruckOut = ({ preview }: ExportCall) => JSON.stringify(preview.body ?? '').includes(struckOut)

function variablesOf(bindings: Bindings, facts: AdobeCredentialFacts): ExportVariable[] {
  return [
    { name: exportNames.platformOrigin, value: facts.platformOrigin, note: 'address of Adobe Experience Platform' },
    { name: 'ims_origin', value: facts.imsOrigin, note: 'address of Adobe’s sign-in service (IMS)' },
    { name: 'org_id', value: facts.orgId, note: 'organisation' },
    { name: 'sandbox', value: facts.sandbox, note: 'sandbox' },
    { name: 'client_id', value: facts.clientId, note: 'client id of the OAuth server-to-server credential' },
    { name: 'scopes', value: facts.scopes.split(/[\s,]+/).filter(Boolean).join(','), note: 'scopes of the credential' },
    { name: variableOf('base-connection'), value: bindings.baseConnectionId, note: 'base connection: the account that is read' },
    { name: variableOf('flow-spec'), value: bindings.flowSpec.id, note: 'flow specification that accepts this source' },
    ...(bindings.schemaId ? [{ name: variableOf('schema'), value: bindings.schemaId, note: 'existing schema that rows are written to' }] : []),
    ...(bindings.datasetId ? [{ name: variableOf('dataset'), value: bindings.datasetId, note: 'existing dataset that rows are written to' }] : []),
  ]
}
