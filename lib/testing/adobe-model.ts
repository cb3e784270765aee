import { connectionFault } from './fake-adobe'

/** What befalls one call. `commits`: Adobe carries it out although its answer does not say so. */
export type Fault =
  | { kind: 'status'; status: number; commits?: boolean; headers?: Record<string, string>; body?: unknown }
  | { kind: 'cut'; commits: boolean }
  | { kind: 'malformed'; commits: boolean }
  /** Cut, and carried out all the same, but only when a call of this path comes. */
  | { kind: 'late'; untilPath: string }

export type ModelCall = { method: string; path: string; body?: unknown }
export type Thing = { id: string; collection: Collection; body: Record<string, unknown>; visibleAfterReads: number }
export type Collection = 'classes' | 'schemas' | 'descriptors' | 'dataSets' | 'sourceConnections' | 'targetConnections' | 'mappingSets' | 'flows'

type Options = {
  /** Asked before every call to the platform. */
  faultFor?: (call: ModelCall) => Fault | undefined
  /** So many reads of a collection do not show a new thing yet. */
  lag?: () => number
  onCall?: (call: ModelCall) => void | Promise<void>
}

/**
 * Adobe as far as provisioning speaks with it, in memory: ids, references, unique titles, deletions in use, and faults on
 * demand. Small on purpose; the emulator is the strict witness.
 */
export class AdobeModel {
  readonly things = new Map<string, Thing>()
  readonly calls: ModelCall[] = []
  created = 0
  #ids = 0
  #late: { untilPath: string; carryOut: () => void }[] = []

  constructor(readonly options: Options = {}) {}

  readonly fetch = (async (input: URL | string, init: RequestInit = {}) => {
    const url = new URL(input)
    if (url.pathname.startsWith('/ims/')) return answer(200, { access_token: 'token', token_type: 'bearer', expires_in: 86_399 })
    const call: ModelCall = { method: init.method ?? 'GET', path: url.pathname + url.search }
    if (typeof init.body === 'string') call.body = JSON.parse(init.body)
    this.calls.push(call)
    await this.options.onCall?.(call)
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError')
    for (const late of this.#late.filter(({ untilPath }) => url.pathname.endsWith(untilPath))) late.carryOut()
    this.#late = this.#late.filter(({ untilPath }) => !url.pathname.endsWith(untilPath))
    const fault = this.options.faultFor?.(call)
    if (fault?.kind === 'late') {
      this.#late.push({ untilPath: fault.untilPath, carryOut: () => void this.#carryOut(call.method, url, call.body) })
      throw connectionFault('ECONNRESET')
    }
    const commits = fault === undefined || ('commits' in fault && fault.commits === true)
    const good = commits ? this.#carryOut(call.method, url, call.body) : undefined
    if (!fault) return good ?? answer(500, {})
    if (fault.kind === 'cut') throw connectionFault('ECONNRESET')
    if (fault.kind === 'malformed') return new Response('{"id": "trunc', { status: 200 })
    return answer(fault.status, fault.body ?? { title: 'made to fail' }, fault.headers)
  }) as typeof fetch

  of(collection: Collection): Thing[] {
    return [...this.things.values()].filter((thing) => thing.collection === collection)
  }

  /** Somebody else removes a thing that nothing uses; which one, `choose` says. */
  removeOne(choose: (count: number) => number): void {
    const texts = [...this.things.values()].map(({ id, body }) => ({ id, uses: textsIn(body) }))
    const free = texts.filter(({ id }) => !texts.some((other) => other.id !== id && other.uses.includes(id)))
    const chosen = free[choose(free.length)]
    if (chosen) this.things.delete(chosen.id)
  }

  #carryOut(method: string, url: URL, body: unknown): Response {
    const segments = url.pathname.split('/').slice(4).map(decodeURIComponent)
    const rest = segments[0] === 'tenant' ? segments.slice(1) : segments
    const [collection = '', id] = rest
    if (collection === 'flowSpecs') return answer(200, { items: [{ id: id ?? 'spec', name: 'CRMToAEP', version: '1.0' }] })
    if (method === 'POST') return this.#create(collection as Collection, body as Record<string, unknown>)
    if (method === 'DELETE') return this.#delete(id ?? '')
    if (method === 'PATCH') return this.#joinProfile(id ?? '')
    return id === undefined ? this.#list(collection as Collection) : this.#get(id)
  }

  #create(collection: Collection, body: Record<string, unknown>): Response {
    const missing = textsIn(body).find((text) => /^model:|^https:\/\/ns\.adobe\.com\/model\//.test(text) && !this.things.has(text))
    if (missing !== undefined) return answer(400, { title: `no ${missing}`, errorCode: 'MODEL-400' })
    const isTitled = collection === 'classes' || collection === 'schemas'
    const taken = [...this.things.values()].some((thing) => isTitled && thing.body.title !== undefined && thing.body.title === body.title)
    if (taken) return answer(400, { title: 'Title not unique', report: { 'registryRequestId': 'x' }, type: 'http://ns.adobe.com/aep/errors/XDM-1521-400', status: 400, detail: 'title taken' })
    this.#ids += 1
    this.created += 1
    // The registry's ids are addresses that end in a long hexadecimal number, by which the tenant's own are told from Adobe's.
    const hex = this.#ids.toString(16).padStart(32, '0')
    const id = isTitled ? `https://ns.adobe.com/model/${collection}/${hex}` : `model:${collection}.${this.#ids}`
    this.things.set(id, { id, collection, body, visibleAfterReads: this.options.lag?.() ?? 0 })
    if (collection === 'dataSets') return answer(201, [`@/dataSets/${id}`])
    if (collection === 'descriptors') return answer(201, { '@id': id })
    if (isTitled) return answer(201, { ...body, $id: id })
    return answer(201, { id, version: 0, etag: `"${this.#ids}"` })
  }

  /** The one change that plans ask for: a schema joins the union, for which it needs an identity. */
  #joinProfile(id: string): Response {
    const thing = this.things.get(id)
    if (!thing) return answer(404, { title: 'not found' })
    const hasIdentity = this.of('descriptors').some(({ body }) => body['xdm:sourceSchema'] === id)
    if (!hasIdentity) return answer(400, { title: 'no identity', type: 'http://ns.adobe.com/aep/errors/XDM-1528-400', status: 400 })
    thing.body = { ...thing.body, 'meta:immutableTags': ['union'] }
    return answer(200, shown(thing))
  }

  #delete(id: string): Response {
    const thing = this.things.get(id)
    if (!thing) return answer(404, { title: 'not found' })
    const user = [...this.things.values()].find((other) => other.id !== id && other.collection !== 'descriptors' && textsIn(other.body).includes(id))
    if (textsIn(thing.body['meta:immutableTags']).includes('union')) return answer(400, { title: 'in the union' })
    if (user) return answer(400, { title: `used by ${user.id}`, errorCode: '1447-400' })
    this.things.delete(id)
    return answer(204, undefined)
  }

  #get(id: string): Response {
    const thing = this.things.get(id)
    if (!thing) return answer(404, { title: 'not found' })
    return answer(200, thing.collection === 'dataSets' ? { [id]: shown(thing) } : shown(thing))
  }

  #list(collection: Collection): Response {
    const visible = this.of(collection).filter((thing) => (thing.visibleAfterReads -= 1) < 0)
    if (collection === 'dataSets') return answer(200, Object.fromEntries(visible.map((thing) => [thing.id, shown(thing)])))
    if (collection === 'descriptors') return answer(200, { 'xdm:descriptorIdentity': visible.map(shown) })
    if (collection === 'classes' || collection === 'schemas') return answer(200, { results: visible.map(shown), _page: { count: visible.length } })
    if (collection === 'mappingSets') return answer(200, { data: visible.map(shown) })
    return answer(200, { items: visible.map(shown) })
  }
}

const shown = ({ id, collection, body }: Thing) => ({ ...body, id, $id: id, '@id': id, ...(collection === 'mappingSets' ? { version: 0 } : {}) })

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
