import type { FlowSpec } from '../content/flow-specs/flow-specs'
import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import type { AppContext } from '../http'
import { asObject, asText, equalJson } from '../json'
import type { World } from '../world'
import { isDraftMode, optionalText, readBody, requireDraftSupport, requireSpecRef, requireText } from './body'
import { checkEnds, checkMapping, checkOptions, checkTransformations, type FlowEnds } from './check-flow'
import { checkSchedule, checkScheduleChange } from './check-schedule'
import { checkName } from './document'
import { flowError } from './errors'
import { commonFields, fixedFields, publishDraft, unknownOperation, type Resource } from './resource-routes'
import { keepEnds } from './flow-ends'
import { forgetSchedule, planFlow, readProgress } from './schedule-book'
import { findConnectionSpec, findFlowSpec } from './specs'

const settable = ['name', 'description', 'transformations', 'scheduleParams', 'options']
const ends = ['sourceConnectionIds', 'targetConnectionIds']

/** Flows: from one source connection through a mapping to one target connection, on a schedule. */
export function flowResource(world: World): Resource {
  return {
    kind: 'flows',
    fields: [...commonFields, 'flowSpec', 'sourceConnectionIds', 'targetConnectionIds', 'inheritedAttributes', 'scheduleParams',
      'transformations', 'options', 'lastOperation', 'lastRunDetails'],
    render: (doc) => renderFlow(world, doc),
    patch: {
      allowed: [...settable, ...ends],
      fixed: { ...fixedFields, flowSpec: '1414-400' },
    },
    create: (c, caller) => readFlow(world, c, caller),
    change: (caller, before, after, touched) => changeFlow(world, caller, before, after, touched),
    checkDelete: () => undefined,
    act(caller, doc, op) {
      if (op === 'publish') return publishFlow(world, caller, doc)
      if (op !== 'enable' && op !== 'disable') throw unknownOperation(world, op)
      if (doc['state'] === 'draft') throw flowError(world, '1422-400', 'A draft has to be published before it can be switched.')
      return { state: op === 'enable' ? 'enabled' : 'disabled' }
    },
    onCreated: (caller, doc) => planFlow(world, caller.scope, doc),
    onChanged: (caller, _before, doc) => planFlow(world, caller.scope, doc),
    onDeleted: (caller, doc) => forgetSchedule(world, caller.scope, asText(doc['id'])),
  }
}

async function readFlow(world: World, c: AppContext, caller: Caller): Promise<JsonObject> {
  const body = await readBody(world, c, ['flowSpec', ...settable, ...ends])
  const isDraft = isDraftMode(world, c)
  const name = requireText(world, body, 'name')
  const spec = requireSpecRef(world, body, 'flowSpec', (id) => findFlowSpec(world, id))
  const { source, target } = checkEnds(world, caller, body, spec)
  if (isDraft) requireDraftSupport(world, spec, specOf(world, source))
  else checkComplete(world, caller, body, spec, { source, target })
  checkName(world, caller, 'flows', name)
  return {
    name,
    ...optionalText(world, body, 'description'),
    flowSpec: { id: spec.id, version: spec.version },
    state: isDraft ? 'draft' : 'enabled',
    ...pick(body, ['sourceConnectionIds', 'targetConnectionIds', 'transformations', 'scheduleParams', 'options']),
    inheritedAttributes: inheritedOf(source, target),
    lastOperation: operation(world, 'create'),
    _ends: keepEnds({ source, target }),
  }
}

function checkComplete(world: World, caller: Caller, flow: JsonObject, spec: FlowSpec, { source, target }: FlowEnds): void {
  if ([source, target].some((end) => end['state'] === 'draft'))
    throw flowError(world, '1422-400', 'A flow cannot stand on drafts: publish its source and target connection first.')
  checkSchedule(world, flow['scheduleParams'])
  checkTransformations(world, flow, spec)
  checkOptions(world, flow['options'])
  checkMapping(world, caller, flow, target)
}

function changeFlow(world: World, caller: Caller, before: JsonObject, after: JsonObject, touched: Set<string>): JsonObject {
  const name = requireText(world, after, 'name')
  checkName(world, caller, 'flows', name, asText(before['id']))
  const changed = { name, ...optionalText(world, after, 'description'), ...pick(after, [...ends, 'transformations', 'scheduleParams', 'options']) }
  const kept = { lastOperation: operation(world, 'update') }
  const spec = findFlowSpec(world, asText(asObject(before['flowSpec'])['id']))
  if (spec === undefined) throw flowError(world, '1300-400', 'Its flow specification is no longer offered.')
  if (before['state'] === 'draft') {
    const { source, target } = checkEnds(world, caller, after, spec)
    checkOptions(world, after['options'])
    return { ...changed, ...kept, inheritedAttributes: inheritedOf(source, target) }
  }
  for (const list of ends) {
    if (!equalJson(before[list], after[list])) throw flowError(world, '1365-400', `${list} of a flow cannot change: make a new flow.`)
  }
  if (touched.has('scheduleParams')) checkScheduleChange(world, asObject(before['scheduleParams']), after['scheduleParams'])
  if (touched.has('options')) checkOptions(world, after['options'])
  if (touched.has('transformations') || touched.has('scheduleParams')) {
    checkTransformations(world, after, spec)
    checkMapping(world, caller, after, checkEnds(world, caller, after, spec).target)
  }
  return { ...changed, ...kept }
}

function publishFlow(world: World, caller: Caller, doc: JsonObject): { state: string } & JsonObject {
  const spec = findFlowSpec(world, asText(asObject(doc['flowSpec'])['id']))
  if (spec === undefined) throw flowError(world, '1413-400', 'Its flow specification is no longer offered.')
  const found = checkEnds(world, caller, doc, spec)
  const published = publishDraft(world, doc, [found.source, found.target])
  checkComplete(world, caller, doc, spec, found)
  return { ...published, _ends: keepEnds(found) }
}

function specOf(world: World, source: JsonObject): JsonObject {
  return findConnectionSpec(world, asText(asObject(source['connectionSpec'])['id'])) ?? {}
}

function inheritedOf(source: JsonObject, target: JsonObject): JsonObject {
  const connectionSpec = source['connectionSpec'] ?? null
  return {
    sourceConnections: [{ id: source['id'] ?? null, connectionSpec, baseConnection: { id: source['baseConnectionId'] ?? null, connectionSpec } }],
    targetConnections: [{ id: target['id'] ?? null, connectionSpec: target['connectionSpec'] ?? null }],
    properties: { isSourceFlow: true },
  }
}

function operation(world: World, word: 'create' | 'update'): JsonObject {
  const now = world.clock.now()
  return { started: now, updated: now, percentCompleted: 100, status: { value: 'completed', errors: [] }, operation: word }
}

/** With the link to its runs, and with its last run where there was one; without its book-keeping. */
function renderFlow(world: World, { _ends, ...doc }: JsonObject): JsonObject {
  const id = asText(doc['id'])
  const scope = { org: asText(doc['imsOrgId']), sandbox: asText(doc['sandboxName']) }
  const last = readProgress(world, scope, id)?.lastRun
  return { ...doc, runs: `/runs?property=flowId==${id}`, ...(last !== undefined && { lastRunDetails: last }) }
}

function pick(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))
}
