import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleSources } from '@/emulator/content/samples/sample-sources'
import { grantedScopes } from '@/emulator/installation'
import { listen, type ListeningEmulator } from '@/emulator/testing/listen'
import { systemClock } from '@/lib/clock'
import { evaluateExpression } from '@/lib/expression/evaluate'
import { chooseColumns } from '@/lib/flows/choose-columns'
import { completeDraft } from '@/lib/flows/complete-draft'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { mappingKey } from '@/lib/flows/mapping-key'
import { sourceKindOf } from '@/lib/flows/source-facts'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { takeStarters } from '@/lib/mapping/usable-starters'
import { planFlow } from '@/lib/provisioning/plan'
import { creatingStep } from '@/lib/provisioning/steps/creating-steps'
import type { StepInputs } from '@/lib/provisioning/steps/step'
import { authParams, emptyAuthValues } from '@/lib/sources/auth-fields'
import { findSource } from '@/lib/sources/catalogue'
import { hierarchyOf, wrapRows } from '@/lib/sources/hierarchy'
import { objectHintFor } from '@/lib/sources/object-hint'
import { offeredSources } from '@/lib/sources/offered-sources'
import type { PaymentsSource, Starter } from '@/lib/sources/payments-source'
import { findContractProblems, type LoggedCall } from '@/lib/testing/find-contract-problems'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { getDataset, isDatasetInProfile } from './catalog'
import { createBaseConnection, exploreResource, exploreTable, testBaseConnection } from './flow-service/connections'
import { getSourceConnection } from './flow-service/flows'
import { listRuns } from './flow-service/runs'
import { findFlowSpecForSource, listConnectionSpecs } from './flow-service/specs'
import { createAdobeClient, createAdobeShared } from './http'
import type { AdobeClient, AdobeError } from './types'
import type { Result } from '@/lib/result'

let emulator: ListeningEmulator
let client: AdobeClient

beforeAll(async () => {
  emulator = await listen()
  stubEnvironment({ EMULATOR_URL: emulator.origin })
  const { orgId, credentials } = emulator.world.installation
  const { clientId, clientSecret } = credentials[0]
  const origins = { platformOrigin: emulator.origin, imsOrigin: emulator.origin }
  client = createAdobeClient(
    { ...origins, orgId, clientId, clientSecret, scopes: grantedScopes.join(','), sandbox: 'dev' },
    { shared: createAdobeShared(systemClock) },
  )
})

afterAll(() => emulator.stop())

async function good<T>(result: Promise<Result<T, AdobeError>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(`${settled.error.status}: ${settled.error.message}`)
  return settled.data
}

/** Signs in to a source as the wizard does: with the form of Adobe's own specification. */
async function connect(sourceKey: string, known?: readonly PaymentsSource[]): Promise<DraftAnswers['source']> {
  const offered = offeredSources(await good(listConnectionSpecs(client)), known).find(({ key }) => key === sourceKey)
  const auth = offered?.auths[0]
  if (!offered?.connectionSpec || !auth) throw new Error(`${sourceKey} is not offered`)
  const values = Object.fromEntries(Object.entries(emptyAuthValues(auth.fields)).map(([id, value]) => [id, value === '' ? 'given' : value]))
  const params = authParams(auth.fields, values)
  const made = await good(createBaseConnection(client, { name: sourceKey, connectionSpec: offered.connectionSpec, authSpecName: auth.name, params }))
  expect(await good(testBaseConnection(client, made.id))).toBe(true)
  return { workspaceId: 'c0ffee00-0000-4000-8000-000000000001', sourceKey, connectionSpec: offered.connectionSpec, baseConnectionId: made.id, connectionName: sourceKey, sourceName: offered.name, sourceKind: offered.kind }
}

async function explore(kind: 'table' | 'rest', connectionId: string, object: string): Promise<NonNullable<DraftAnswers['data']>> {
  if (kind === 'table') {
    const { schema } = await good(exploreTable(client, connectionId, object, { preview: true }))
    const deltaColumn = schema.columns.find(({ xdm, name }) => xdm?.format === 'date-time' && /updat/i.test(name))?.name
    return { kind, table: object, columns: schema.columns, ...(deltaColumn ? { deltaColumn } : {}) }
  }
  const { schema, data } = await good(exploreResource(client, connectionId, object, { preview: true }))
  return { kind, table: object, columns: hierarchyOf(schema, wrapRows(schema, data ?? [])).columns }
}

/** Makes everything a whole draft asks for, by the very calls that provisioning sends. */
async function provision(answers: DraftAnswers): Promise<Record<string, string>> {
  const whole = completeDraft(answers)
  if (!whole.ok) throw new Error(JSON.stringify(whole.error))
  const { definition, bindings } = whole.data
  const inputs: StepInputs = { definition, bindings, marker: 'every-source', outputs: {}, nowMs: emulator.world.clock.now() }
  for (const { key, mode, reusedId } of planFlow(definition, bindings).steps) {
    const step = mode === 'create' ? creatingStep(key) : undefined
    const made = step ? (await good(client.request(step.call(inputs), step.answer))).data : { adobeId: reusedId ?? '' }
    inputs.outputs[key] = made
  }
  return Object.fromEntries(Object.entries(inputs.outputs).map(([key, output]) => [key, output.adobeId]))
}

type Row = Record<string, unknown>

const read = (row: unknown, path: string): unknown =>
  path.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Row)[name] : undefined), row)

/** What a proposal makes of a row by the language as this app knows it, apart from the emulator's engine. */
function expected({ sourceType, source }: Starter, row: Row): unknown {
  if (sourceType === 'STATIC') return source
  if (sourceType === 'ATTRIBUTE') return read(row, source)
  const result = evaluateExpression(source, row, { nowMs: emulator.world.clock.now() })
  return result.ok ? result.value : undefined
}

/** Values compare as the destination takes them: times as moments, figures as figures. */
function plain(path: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (/timestamp$|Date$/.test(path)) return Date.parse(String(value))
  if (/(Total|Amount|\.amount|quantity|Rating)$/.test(path)) return Number(value)
  return String(value)
}

async function readDataset(datasetId: string): Promise<Row[]> {
  const platform = `${emulator.origin}/data/foundation`
  const headers = await tokenHeaders()
  const ask = async (address: string) => (await fetch(`${platform}${address}`, { headers })).text()
  const rows: Row[] = []
  for (const batch of Object.keys(JSON.parse(await ask(`/catalog/batches?dataSet=${datasetId}&limit=100`)) as Row)) {
    const files = JSON.parse(await ask(`/export/batches/${batch}/files`)) as { data: { dataSetFileId: string }[] }
    for (const { dataSetFileId } of files.data) {
      const parts = JSON.parse(await ask(`/export/files/${dataSetFileId}`)) as { data: { name: string }[] }
      for (const { name } of parts.data) rows.push(...(await ask(`/export/files/${dataSetFileId}?path=${name}`)).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row))
    }
  }
  return rows
}

async function tokenHeaders(): Promise<Record<string, string>> {
  const { orgId, credentials } = emulator.world.installation
  const { clientId, clientSecret } = credentials[0]
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: grantedScopes.join(',') })
  const answer = (await (await fetch(`${emulator.origin}/ims/token/v3`, { method: 'POST', body })).json()) as { access_token: string }
  return { authorization: `Bearer ${answer.access_token}`, 'x-api-key': clientId, 'x-gw-ims-org-id': orgId, 'x-sandbox-name': 'dev' }
}

const objects = [
  ['paypal', 'PayPal.Orders'], ['paypal', 'PayPal.Disputes'], ['paypal', 'PayPal.Subscriptions'],
  ['square', 'Square.Payments'], ['square', 'Square.Customers'], ['square', 'Square.Catalog_Items'],
  ['mollie', 'v2/payments'], ['chargebee', 'api/v2/transactions'], ['paypal-rest', 'v1/reporting/transactions'],
  ['stripe', 'charges'], ['stripe', 'subscriptions'], ['stripe', 'refunds'], ['stripe', 'balance_transactions'], ['stripe', 'customers'], ['stripe', 'prices'],
] as const

/** Everything a person would answer for an object by taking what is proposed. */
async function proposedDraft(sourceKey: string, object: string, tail = '') {
  const source = findSource(sourceKey)
  const hint = objectHintFor(source, object)
  if (!source || !hint) throw new Error(`${object} has no proposals`)
  const account = await connect(sourceKey)
  const data = await explore(source.kind, account?.baseConnectionId ?? '', object)
  const flowSpec = await good(findFlowSpecForSource(client, { connectionSpecId: source.connectionSpec.id, flowSpecName: source.flowSpecName }))
  const answers: DraftAnswers = {
    source: account,
    data,
    target: {
      schemaMode: 'build', schemaTitle: `${object} events${tail}`, classId: hint.classId, fieldGroupIds: hint.fieldGroupIds,
      ...(hint.identity ? { primaryIdentity: hint.identity } : {}),
      datasetMode: 'new', datasetName: `${object} set${tail}`,
      rawSchema: { mode: 'adhoc', classTitle: `${object} raw class${tail}`, schemaTitle: `${object} raw${tail}` },
    },
    mapping: { document: takeStarters(emptyMapping, hint.starters) },
    schedule: {
      schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
      flowSpec: { id: flowSpec?.id ?? '', version: '1.0' }, partialIngestionPercent: 10, errorDiagnosticsEnabled: true,
    },
    review: { name: `${object} flow${tail}` },
  }
  return { answers, hint }
}

/** The mapping step's own word that nothing is wrong, for answers that no studio has seen. */
function withVerdict(answers: DraftAnswers): DraftAnswers {
  const key = mappingKey(answers.data, answers.target) ?? ''
  const verdict = { key, mapped: answers.mapping?.document?.rows.length ?? 0, required: 0, requiredMapped: 0, errors: 0, warnings: 0 }
  return { ...answers, mapping: { ...answers.mapping, verdict } }
}

const advance = (advanceSeconds: number) =>
  fetch(`${emulator.origin}/_emulator/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advanceSeconds }) })

describe('from credential to rows', () => {
  test.each(objects)('%s: %s arrives value by value as its proposals say, or is told why not', async (sourceKey, object) => {
    const { answers, hint } = await proposedDraft(sourceKey, object)
    const made = await provision(withVerdict(answers))
    const startMs = emulator.world.clock.now()
    await advance(900)

    const { items } = await good(listRuns(client, { flowId: made['flow'] ?? '' }))
    const records = items[0]?.metrics?.recordSummary
    expect(items[0]?.metrics?.statusSummary?.status).toMatch(/success/i)
    const arrived = await readDataset(made['dataset'] ?? '')
    expect(arrived.length).toBe(records?.outputRecordCount)
    expect(arrived.length + (records?.failedRecordCount ?? 0)).toBe(records?.inputRecordCount)
    expect(arrived.length).toBeGreaterThan(40)

    const sample = sampleSources().flatMap(({ tables, resources }) => [...tables, ...resources]).find(({ path }) => path === object)
    const id = hint.starters.find(({ destination }) => destination === '_id')
    const origins = new Map<string, Row[]>()
    for (const row of sample?.rowsBetween(0, startMs + 900_000) ?? []) {
      const name = String((id && expected(id, row)) ?? '')
      origins.set(name, [...(origins.get(name) ?? []), row])
    }
    // What comes again has the same id and other values: an arrived row stands for one of its comings, whole.
    const differing = (row: Row, origin: Row) =>
      hint.starters.flatMap((starter) => {
        const path = starter.destination
        const [want, have] = [plain(path, expected(starter, origin)), plain(path, read(row, path))]
        return want === have || have === undefined ? [] : [`${path}: ${String(want)} became ${String(have)}`]
      })
    const originsOf = (row: Row) => origins.get(String(row['_id'] ?? '')) ?? []
    const strays = arrived.filter((row) => !originsOf(row).some((origin) => differing(row, origin).length === 0))
    expect(strays.map((row) => [row, originsOf(row).map((origin) => differing(row, origin))])).toEqual([])
    const lost = hint.starters.filter(({ destination }) => arrived.every((row) => read(row, destination) === undefined))
    expect(lost).toEqual([])
  }, 60_000)
})

describe('a specification that this build has never seen', () => {
  test.each([
    ['of tables', 'spec-221c7626-58f6-4eec-8ee2-042b0226f03b', 'PayPal.Disputes', 'Dispute_Id'],
    ['of resources', 'spec-cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', 'prices', 'data.id'],
  ] as const)('%s works from its own form to rows in a dataset', async (_kind, sourceKey, object, idColumn) => {
    const account = await connect(sourceKey, [])
    const kind = sourceKindOf(account)
    const data = await explore(kind, account?.baseConnectionId ?? '', object)
    const flowSpec = await good(findFlowSpecForSource(client, { connectionSpecId: account?.connectionSpec?.id ?? '' }))
    const answers: DraftAnswers = {
      source: account,
      data,
      target: {
        schemaMode: 'build', schemaTitle: `${object} unseen`, classId: 'https://ns.adobe.com/xdm/context/profile', fieldGroupIds: [],
        datasetMode: 'new', datasetName: `${object} unseen`, rawSchema: { mode: 'columns-only' },
      },
      mapping: { document: { version: 1, rows: [{ id: 'a', sourceType: 'ATTRIBUTE', source: idColumn, destination: '_id' }] } },
      schedule: { schedule: { frequency: 'hour', interval: 1, start: 'as-soon-as-created', backfill: true }, flowSpec: { id: flowSpec?.id ?? '', version: '1.0' }, partialIngestionPercent: 10 },
      review: { name: `${object} unseen` },
    }
    const made = await provision(withVerdict(answers))
    await advance(900)
    const arrived = await readDataset(made['dataset'] ?? '')
    const sample = sampleSources().flatMap(({ tables, resources }) => [...tables, ...resources]).find(({ path }) => path === object)
    const ids = new Set(sample?.rowsBetween(0, emulator.world.clock.now()).map((row) => read(row, idColumn)))
    // A row whose own id is null at the source arrives without one.
    const named = arrived.flatMap(({ _id: id }) => (id === undefined ? [] : [id]))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  }, 60_000)
})

describe('the two ways to describe raw columns', () => {
  test('bring the very same rows; the columns that are left out come in neither, and only one adds to the registry', async () => {
    const arrived: Row[][] = []
    const plans: string[][] = []
    for (const mode of ['adhoc', 'columns-only'] as const) {
      const { answers, hint } = await proposedDraft('paypal', 'PayPal.Disputes', ` ${mode}`)
      const explored = answers.data?.columns ?? []
      const unread = explored.map(({ name }) => name).filter((name) => name !== answers.data?.deltaColumn && !hint.starters.some(({ source }) => source.includes(name)))
      expect(unread.length).toBeGreaterThan(0)
      const data = chooseColumns(answers.data ?? {}, explored, unread, false)
      const raw = mode === 'adhoc' ? answers.target?.rawSchema : { mode }
      const made = await provision(withVerdict({ ...answers, data, target: { ...answers.target, rawSchema: raw } }))
      plans.push(Object.keys(made))
      await advance(900)
      arrived.push(await readDataset(made['dataset'] ?? ''))
      const source = await good(getSourceConnection(client, made['source-connection'] ?? ''))
      expect(JSON.stringify(source)).toContain(`"${answers.data?.deltaColumn}"`)
      for (const name of unread) expect(JSON.stringify(source)).not.toContain(`"${name}"`)
    }
    const [described = [], named = []] = arrived
    expect(described.length).toBeGreaterThan(40)
    // Both read the same table from its beginning; the second simply later.
    expect(named.slice(0, described.length)).toEqual(described)
    expect(plans[0]?.filter((key) => !plans[1]?.includes(key))).toEqual(['adhoc-class', 'adhoc-schema'])
  }, 60_000)
})

test('what goes into Profile arrives as without it, in a dataset that Profile reads', async () => {
  const { answers, hint } = await proposedDraft('stripe', 'customers', ' in Profile')
  expect(hint.identity).toBeDefined()
  const made = await provision(withVerdict({ ...answers, target: { ...answers.target, forProfile: true } }))
  expect(Object.keys(made)).toContain('profile-schema')
  await advance(900)
  const identity = hint.identity?.path ?? ''
  const rows = await readDataset(made['dataset'] ?? '')
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.some((row) => read(row, identity) !== undefined)).toBe(true)
  expect(isDatasetInProfile(await good(getDataset(client, made['dataset'] ?? '')))).toBe(true)
}, 60_000)

const directory = process.env.ADOBE_SPECS_DIR
if (directory === undefined) console.info('Contract test of every source’s calls skipped: ADOBE_SPECS_DIR is not set.')

test.runIf(directory)('every call of all of that, as it arrived, is valid under Adobe’s OpenAPI files', async () => {
  const { calls } = (await (await fetch(`${emulator.origin}/_emulator/calls`)).json()) as { calls: LoggedCall[] }
  expect(findContractProblems(directory ?? '', calls)).toEqual([])
})
