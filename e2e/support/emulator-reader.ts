import fs from 'node:fs'
import path from 'node:path'
import type { Instance } from './instance'

type Row = Record<string, unknown>

/** Another client of the emulator, as any of Adobe's APIs has many: it reads what a flow has written, and makes schemas, without the app. */
export class EmulatorReader {
  #headers: Record<string, string> | undefined

  constructor(private readonly instance: Pick<Instance, 'emulatorUrl' | 'dataDir'>) {}

  /** The one dataset whose name fits. */
  async datasetNamed(pattern: RegExp): Promise<string> {
    const datasets = await this.#get<Record<string, { name: string }>>('/data/foundation/catalog/dataSets?limit=100')
    const names = Object.values(datasets).map(({ name }) => name).filter((name) => pattern.test(name))
    if (names.length !== 1 || names[0] === undefined) throw new Error(`${names.length} datasets fit ${String(pattern)}.`)
    return names[0]
  }

  /** Rows of the dataset of that name, in the order in which they were written. */
  async readDataset(name: string): Promise<Row[]> {
    const datasets = await this.#get<Record<string, { name: string }>>('/data/foundation/catalog/dataSets?limit=100')
    const id = Object.entries(datasets).find(([, dataset]) => dataset.name === name)?.[0]
    if (id === undefined) throw new Error(`No dataset is named ${name}.`)
    const batches = await this.#get<Record<string, unknown>>(`/data/foundation/catalog/batches?dataSet=${id}&limit=100`)
    const rows: Row[] = []
    for (const batch of Object.keys(batches).toReversed()) {
      const { data } = await this.#get<{ data: { dataSetFileId: string }[] }>(`/data/foundation/export/batches/${batch}/files`)
      for (const { dataSetFileId } of data) rows.push(...(await this.#readFile(dataSetFileId)))
    }
    return rows
  }

  /** The first rows of a table, as the source has them. */
  async previewTable(connectionName: string, table: string): Promise<Row[]> {
    return this.#preview(connectionName, `objectType=table&object=${table}&preview=true`)
  }

  /** The first records of a REST resource, as the source has them. */
  async previewResource(connectionName: string, resourcePath: string): Promise<Row[]> {
    const params = encodeURIComponent(Buffer.from(JSON.stringify({ resourcePath })).toString('base64'))
    const rows = await this.#preview(connectionName, `objectType=rest&object=json&fileType=json&preview=true&sourceParams=${params}`)
    return rows.map(({ data, ...bare }) => (typeof data === 'object' && data !== null ? (data as Row) : bare))
  }

  /** Somebody else's schema of events. */
  async makeSchema(title: string): Promise<void> {
    const body = JSON.stringify({ title, type: 'object', allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/experienceevent' }] })
    this.#headers ??= await this.#signIn()
    const headers = { ...this.#headers, 'content-type': 'application/json', accept: 'application/json' }
    const answer = await fetch(`${this.instance.emulatorUrl}/data/foundation/schemaregistry/tenant/schemas`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`The schema was refused: ${answer.status} ${await answer.text()}`)
  }

  async #preview(connectionName: string, query: string): Promise<Row[]> {
    const { items } = await this.#get<{ items: { id: string; name: string }[] }>('/data/foundation/flowservice/connections?limit=100')
    const connection = items.find((item) => item.name === connectionName)
    if (!connection) throw new Error(`No connection is named ${connectionName}.`)
    return (await this.#get<{ data: Row[] }>(`/data/foundation/flowservice/connections/${connection.id}/explore?${query}`)).data
  }

  async #readFile(fileId: string): Promise<Row[]> {
    const { data } = await this.#get<{ data: { name: string }[] }>(`/data/foundation/export/files/${fileId}`)
    const parts = await Promise.all(data.map(({ name }) => this.#getText(`/data/foundation/export/files/${fileId}?path=${name}`)))
    return parts.flatMap((text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row))
  }

  async #get<T>(address: string): Promise<T> {
    return JSON.parse(await this.#getText(address)) as T
  }

  async #getText(address: string): Promise<string> {
    this.#headers ??= await this.#signIn()
    const answer = await fetch(this.instance.emulatorUrl + address, { headers: this.#headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`)
    return text
  }

  async #signIn(): Promise<Record<string, string>> {
    const file = path.join(this.instance.dataDir, 'emulator', 'credentials.json')
    const { orgId, clientId, clientSecret } = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>
    const body = new URLSearchParams({
      grant_type: 'client_credentials', client_id: clientId ?? '', client_secret: clientSecret ?? '',
      scope: 'openid,session,AdobeID,read_organizations,additional_info.projectedProductContext',
    })
    const answer = await fetch(`${this.instance.emulatorUrl}/ims/token/v3`, { method: 'POST', body })
    const { access_token: token } = (await answer.json()) as { access_token: string }
    return { authorization: `Bearer ${token}`, 'x-api-key': clientId ?? '', 'x-gw-ims-org-id': orgId ?? '', 'x-sandbox-name': 'dev' }
  }
}
