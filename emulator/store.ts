import type { Json, JsonObject } from './content/types'
import { isObject } from './json'
import { createMemoryLog, openFileLog, type LogEntry, type StoreLog } from './store-log'

/** Resources are isolated by organisation and sandbox, as everything in Experience Platform is. */
export type Scope = { org: string; sandbox: string }

export const resourceKinds = [
  'connections',
  'sourceConnections',
  'targetConnections',
  'flows',
  'runs',
  'classes',
  'mixins',
  'datatypes',
  'schemas',
  'descriptors',
  'dataSets',
  'batches',
  'mappingSets',
] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** Book-keeping which is no resource of Adobe's and is not counted. */
export type InternalKind = 'schedules' | 'jobs' | 'batchFiles' | 'mappingSetVersions' | 'meta'
export type Kind = ResourceKind | InternalKind

export type KindCount = { live: number; created: number }

type Change = { put: Map<string, JsonObject>; remove: Set<string> }

const separator = '\u0000'

/**
 * Documents by scope, kind and id, in the order of their creation. Every change is in the log before the call returns,
 * hence before any answer is sent. Documents handed out are the stored ones: callers replace, never mutate, them.
 */
export class Store {
  #docs = new Map<string, Map<string, JsonObject>>()
  #created = new Map<string, number>()
  #open: Change | undefined
  readonly #log: StoreLog

  /** @param longBytes how much may be appended before the log is folded into one snapshot */
  constructor(dataDir?: string, longBytes?: number) {
    if (dataDir === undefined) {
      this.#log = createMemoryLog()
      return
    }
    const { log, entries } = openFileLog(dataDir, longBytes)
    this.#log = log
    for (const entry of entries) for (const [key, value] of entry.put) if (isObject(value)) this.#load(key, value)
  }

  get(scope: Scope, kind: Kind, id: string): JsonObject | undefined {
    return this.#docs.get(bucketOf(scope, kind))?.get(id)
  }

  list(scope: Scope, kind: Kind): JsonObject[] {
    return [...(this.#docs.get(bucketOf(scope, kind))?.values() ?? [])]
  }

  put(scope: Scope, kind: Kind, id: string, doc: JsonObject): void {
    this.transaction(() => {
      const bucket = bucketOf(scope, kind)
      const docs = this.#bucket(bucket)
      if (!docs.has(id)) this.#count(bucket, 1)
      docs.set(id, doc)
      this.#note(bucket + separator + id, doc)
    })
  }

  remove(scope: Scope, kind: Kind, id: string): boolean {
    const bucket = bucketOf(scope, kind)
    if (this.#docs.get(bucket)?.has(id) !== true) return false
    this.transaction(() => {
      this.#docs.get(bucket)?.delete(id)
      this.#note(bucket + separator + id, undefined)
    })
    return true
  }

  /**
   * Everything put or removed inside becomes one line of the log: after a kill it is there wholly or not at all.
   * `work` checks before it changes: it must not throw once it has put or removed something.
   */
  transaction<T>(work: () => T): T {
    if (this.#open !== undefined) return work()
    const change: Change = { put: new Map(), remove: new Set() }
    this.#open = change
    try {
      const result = work()
      if (change.put.size > 0 || change.remove.size > 0)
        this.#log.append({ put: [...change.put], remove: [...change.remove] })
      if (this.#log.isLong()) this.#log.fold(this.#whole())
      return result
    } finally {
      this.#open = undefined
    }
  }

  scopes(): Scope[] {
    const seen = new Map<string, Scope>()
    for (const bucket of this.#docs.keys()) {
      const [org = '', sandbox = ''] = bucket.split(separator)
      if (sandbox !== '') seen.set(org + separator + sandbox, { org, sandbox })
    }
    return [...seen.values()]
  }

  /** Live resources, and how many were ever created, deleted ones included. */
  count(scope: Scope, kind: ResourceKind): KindCount {
    const bucket = bucketOf(scope, kind)
    return { live: this.#docs.get(bucket)?.size ?? 0, created: this.#created.get(bucket) ?? 0 }
  }

  /** Forgets every resource; `meta` documents of the installation itself stay. */
  reset(): void {
    this.transaction(() => {
      for (const [bucket, docs] of this.#docs) {
        if (bucket.endsWith(`${separator}meta`)) continue
        for (const id of docs.keys()) this.#note(bucket + separator + id, undefined)
        this.#note(`created${separator}${bucket}`, undefined)
        this.#docs.delete(bucket)
      }
      this.#created.clear()
    })
    this.#log.clearBlobs()
  }

  writeBlob(name: string, text: string): void {
    this.#log.writeBlob(name, text)
  }

  readBlob(name: string): string | undefined {
    return this.#log.readBlob(name)
  }

  close(): void {
    this.#log.close()
  }

  /** All there is, as one change. */
  #whole(): LogEntry {
    const put: LogEntry['put'] = [...this.#created].map(([bucket, created]) => [`created${separator}${bucket}`, { created }])
    for (const [bucket, docs] of this.#docs) for (const [id, doc] of docs) put.push([bucket + separator + id, doc])
    return { put, remove: [] }
  }

  #bucket(bucket: string): Map<string, JsonObject> {
    const docs = this.#docs.get(bucket) ?? new Map<string, JsonObject>()
    this.#docs.set(bucket, docs)
    return docs
  }

  #count(bucket: string, by: number): void {
    const created = (this.#created.get(bucket) ?? 0) + by
    this.#created.set(bucket, created)
    this.#note(`created${separator}${bucket}`, { created })
  }

  #note(key: string, value: JsonObject | undefined): void {
    if (value === undefined) {
      this.#open?.put.delete(key)
      this.#open?.remove.add(key)
    } else {
      this.#open?.remove.delete(key)
      this.#open?.put.set(key, value)
    }
  }

  #load(key: string, value: JsonObject): void {
    if (key.startsWith(`created${separator}`)) {
      this.#created.set(key.slice(`created${separator}`.length), Number(value['created'] as Json))
      return
    }
    const cut = key.lastIndexOf(separator)
    this.#bucket(key.slice(0, cut)).set(key.slice(cut + 1), value)
  }
}

function bucketOf(scope: Scope, kind: Kind): string {
  return [scope.org, scope.sandbox, kind].join(separator)
}
