import { createAdobeClient, createAdobeShared } from '@/lib/adobe/http'
import { LeaseLost } from '@/lib/data/lease-lost'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { createResources, type Creation } from '@/lib/provisioning/create-resources'
import type { Execution } from '@/lib/provisioning/execution'
import { recordInOrder } from '@/lib/provisioning/record-in-order'
import { removeResources, type Removal } from '@/lib/provisioning/remove-resources'
import { AdobeModel, type Fault, type ModelCall } from './adobe-model'
import { testCredential } from './fake-adobe'
import { MemoryLedger } from './memory-ledger'

type Options = {
  random?: () => number
  faultFor?: (call: ModelCall) => Fault | undefined
  lag?: () => number
  /** True where the worker dies at this point: before a ledger write, or before or after a call. */
  diesAt?: (point: string) => boolean
  /** True where the worker is taken for dead although it lives: it goes on until its next write is refused. */
  isReplacedAt?: (point: string) => boolean
  /** Told of a replacement: the place to start the next worker beside the one that does not know yet. */
  onReplaced?: (world: SimulatedWorld) => void
}

/** One flow's world for simulations: Adobe, ledger and a worker that can die anywhere, with a clock that moves by pauses alone. */
export class SimulatedWorld {
  readonly ledger = new MemoryLedger()
  readonly adobe: AdobeModel
  nowMs = Date.parse('2026-11-24T10:00:00Z')
  deaths = 0
  markers = 0
  /** Whether a worker is at it: a second delivery of the same job finds the lease taken and leaves. */
  isBusy = false
  isTokenExpired = false

  constructor(readonly options: Options = {}) {
    this.adobe = new AdobeModel({
      ...(options.faultFor && { faultFor: options.faultFor }),
      ...(options.lag && { lag: options.lag }),
    })
  }

  /** The same job delivered `times` at the same moment; answers what each delivery came to. */
  deliver(times: number, definition: FlowDefinition, bindings: Bindings): Promise<(Creation | 'died' | 'busy')[]> {
    return Promise.all(
      Array.from({ length: times }, async () => {
        if (this.isBusy) return 'busy'
        this.isBusy = true
        return this.create(definition, bindings).finally(() => (this.isBusy = false))
      }),
    )
  }

  create(definition: FlowDefinition, bindings: Bindings): Promise<Creation | 'died'> {
    return this.#live((execution) => createResources(execution, definition, bindings))
  }

  undo(): Promise<Removal | 'died'> {
    return this.#live(async (execution) => removeResources(execution, await execution.ledger.rows()))
  }

  async #live<T>(work: (execution: Execution) => Promise<T>): Promise<T | 'died'> {
    let isDead = false
    const die = () => {
      isDead = true
      this.deaths += 1
      // From here on, the dead worker's writes are refused: a process that is gone cannot write.
      this.ledger.fence += 1
    }
    let isReplaced = false
    const mayDie = (point: string) => {
      if (isDead || isReplaced) return
      if (this.options.diesAt?.(point) === true) die()
      else if (this.options.isReplacedAt?.(point) === true) {
        isReplaced = true
        this.ledger.fence += 1
        this.options.onReplaced?.(this)
      }
    }
    const fetchOrDie = (async (input: URL, init: RequestInit = {}) => {
      const point = `${init.method ?? 'GET'} ${new URL(input).pathname}`
      mayDie(`before ${point}`)
      if (isDead) throw new LeaseLost()
      if (new URL(input).pathname.startsWith('/ims/')) this.isTokenExpired = false
      else if (this.isTokenExpired) return new Response('{"error_code":"401013","message":"Oauth token is not valid"}', { status: 401 })
      const response = await this.adobe.fetch(input, init)
      mayDie(`after ${point}`)
      if (isDead) throw new LeaseLost()
      return response
    }) as typeof fetch
    const clock = { now: () => new Date(this.nowMs) }
    const sleep = async (ms: number) => {
      this.nowMs += ms
    }
    const client = createAdobeClient(testCredential, {
      clock, sleep, fetch: fetchOrDie, random: this.options.random ?? (() => 0.5), shared: createAdobeShared(clock),
    })
    const ledger = this.ledger.open(mayDie)
    const execution: Execution = {
      ledger,
      records: recordInOrder(ledger),
      ready: Promise.resolve(),
      clientFor: () => client,
      lastPostOf: () => undefined,
      adobeNowMs: client.serverNowMs,
      nowMs: () => this.nowMs,
      sleep,
      newMarker: () => `marker-${(this.markers += 1)}-of-this-world`,
      width: 3,
      patience: [0, 500, 1_500, 3_000],
      // The lease's end is known to who holds it: by then, at the latest, nothing more is begun.
      isHalted: () => isDead || isReplaced,
      doubts: new Set(),
      made: new Set(),
    }
    try {
      const result = await work(execution)
      await execution.records.settle()
      return isDead || isReplaced ? 'died' : result
    } catch (error) {
      if (error instanceof LeaseLost) return 'died'
      throw error
    }
  }
}
