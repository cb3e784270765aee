/**
 * The tutorial's calls in the tutorial's order, each sent when the one before has answered: what a person does with curl
 * today. Plain fetch, nothing of the app; only what the tutorial gets wrong is sent as Adobe takes it.
 */
export type TutorialCredential = { origin: string; orgId: string; clientId: string; clientSecret: string; sandbox: string }

export type TutorialTable = {
  connectionId: string
  table: string
  columns: readonly { name: string; type: string; [key: string]: unknown }[]
  deltaColumn: string
  classId: string
  fieldGroupIds: readonly string[]
  mappings: readonly { source: string; destination: string }[]
}

const platform = '/data/foundation'
const full = 'application/vnd.adobe.xed-full+json;version=1'
const fullNoText = 'application/vnd.adobe.xed-full-notext+json; version=1'
const paypal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const dataLake = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' }

/** Fetches a token; the tutorial begins with one at hand. */
export async function fetchToken({ origin, clientId, clientSecret }: TutorialCredential): Promise<string> {
  const scope = 'openid,session,AdobeID,read_organizations,additional_info.projectedProductContext'
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope })
  const answer = await fetch(`${origin}/ims/token/v3`, { method: 'POST', body })
  const read = (await answer.json()) as { access_token?: string }
  if (!answer.ok || !read.access_token) throw new Error(`No token: ${answer.status}`)
  return read.access_token
}

/** How long each call took, in ms, by the collection it went to; schemas in the order they were made. */
export type CallTimes = { collection: string; ms: number }[]

export async function createOneAfterAnother(credential: TutorialCredential, token: string, what: TutorialTable, label: string): Promise<CallTimes> {
  const times: CallTimes = []
  const send = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const startedAt = performance.now()
    const answer = await fetch(credential.origin + platform + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-api-key': credential.clientId,
        'x-gw-ims-org-id': credential.orgId,
        'x-sandbox-name': credential.sandbox,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    times.push({ collection: path.split(/[/?]/)[path.startsWith('/schemaregistry/') ? 3 : 2] ?? '', ms: performance.now() - startedAt })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    const read = JSON.parse(text) as Record<string, unknown> | [string]
    return Array.isArray(read) ? { id: read[0].split('/').at(-1) } : read
  }

  const properties = Object.fromEntries(what.columns.map(({ name }) => [name, { type: 'string' }]))
  const rawClass = await send('POST', '/schemaregistry/tenant/classes', {
    title: `${label} raw class`,
    description: 'Raw columns',
    type: 'object',
    allOf: [{ $ref: 'https://ns.adobe.com/xdm/data/adhoc' }, { properties: { _adhoc: { type: 'object', properties } } }],
  })
  const rawSchema = await send('POST', '/schemaregistry/tenant/schemas', {
    title: `${label} raw schema`, description: 'Raw columns', type: 'object', allOf: [{ $ref: rawClass.$id }],
  })
  const source = await send('POST', '/flowservice/sourceConnections', {
    name: `${label} source`,
    baseConnectionId: what.connectionId,
    data: { format: 'tabular', schema: { id: rawSchema.$id, version: fullNoText } },
    params: { tableName: what.table, columns: what.columns },
    connectionSpec: paypal,
  })
  const schema = await send('POST', '/schemaregistry/tenant/schemas', {
    title: `${label} schema`,
    description: 'Target',
    type: 'object',
    'meta:class': what.classId,
    allOf: [what.classId, ...what.fieldGroupIds].map((id) => ({ $ref: id })),
  })
  const dataset = await send('POST', '/catalog/dataSets?requestDataSource=true', {
    name: `${label} dataset`, schemaRef: { id: schema.$id, contentType: fullNoText },
  })
  const target = await send('POST', '/flowservice/targetConnections', {
    name: `${label} target`, connectionSpec: dataLake, data: { schema: { id: schema.$id, version: full } }, params: { dataSetId: dataset.id },
  })
  const mapping = await send('POST', '/conversion/mappingSets', {
    name: `${label} mapping`,
    version: 0,
    outputSchema: { schemaRef: { id: schema.$id, contentType: full } },
    mappings: what.mappings.map((row) => ({ sourceType: 'ATTRIBUTE', ...row })),
  })
  const specs = await send('GET', '/flowservice/flowSpecs?property=name==CRMToAEP')
  const [spec] = specs.items as [{ id: string; version: string }]
  await send('POST', '/flowservice/flows', {
    name: label,
    flowSpec: { id: spec.id, version: spec.version },
    sourceConnectionIds: [source.id],
    targetConnectionIds: [target.id],
    transformations: [
      { name: 'Copy', params: { deltaColumn: { name: what.deltaColumn } } },
      { name: 'Mapping', params: { mappingId: mapping.id, mappingVersion: mapping.version } },
    ],
    scheduleParams: { startTime: Math.floor(Date.now() / 1000) + 600, frequency: 'minute', interval: 30, backfill: true },
  })
  return times
}
