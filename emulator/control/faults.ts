import { z } from 'zod'

/** Which calls a fault meets; what is left out matches everything. */
const match = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Path without the query. `*` stands for anything within one segment, `**` for anything at all. */
  path: z.string().startsWith('/').optional(),
  sandbox: z.string().optional(),
  /** The first matching call that it meets, counted from 1. */
  nth: z.int().min(1).default(1),
  /** How many matching calls in a row it meets. */
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
}

/** Before the call is handled, or after everything it asked for has been done. */
const when = z.enum(['before', 'after']).default('before')
const ms = z.int().min(0).max(600_000)

export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...match,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    retryAfterSeconds: z.number().min(0).optional(),
    when,
  }),
  /** No answer, ever: the client has to give up. */
  z.strictObject({ ...match, kind: z.literal('timeout'), when }),
  /** The connection is cut without an answer. */
  z.strictObject({ ...match, kind: z.literal('cut'), when }),
  z.strictObject({ ...match, kind: z.literal('delay'), ms }),
  /** Status and headers at once, the body later. */
  z.strictObject({ ...match, kind: z.literal('slow'), ms }),
  /** The good answer, its JSON broken off in the middle. */
  z.strictObject({ ...match, kind: z.literal('malformed') }),
  /** Every token issued so far stops being valid just before the call. */
  z.strictObject({ ...match, kind: z.literal('expireTokens') }),
])

export type Fault = z.infer<typeof faultSchema>
export type ArmedFault = { id: number; fault: Fault; seen: number; fired: number }
export type CallFacts = { method: string; path: string; sandbox: string | undefined }

/** Faults in the order in which they were set; each counts the calls that match it. */
export class FaultList {
  #armed: ArmedFault[] = []
  #nextId = 1
  #waiting = new Set<() => void>()

  add(fault: Fault): ArmedFault {
    const armed = { id: this.#nextId++, fault, seen: 0, fired: 0 }
    this.#armed.push(armed)
    return armed
  }

  list(): ArmedFault[] {
    return [...this.#armed]
  }

  /** Forgets all faults and lets go of the calls that were never to be answered. */
  clear(): void {
    this.#armed = []
    for (const letGo of this.#waiting) letGo()
    this.#waiting.clear()
  }

  /** Counts the call everywhere it matches and answers the first fault that meets it. */
  meet(call: CallFacts): Fault | undefined {
    let met: Fault | undefined
    for (const armed of this.#armed.filter(({ fault }) => matches(fault, call))) {
      armed.seen += 1
      const { nth, times } = armed.fault
      const isDue = armed.seen >= nth && (times === 'always' || armed.seen < nth + times)
      if (!isDue || met !== undefined) continue
      armed.fired += 1
      met = armed.fault
    }
    return met
  }

  /** Waits until all faults are cleared or `signal` aborts. */
  async hold(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    let letGo: () => void = () => undefined
    await new Promise<void>((resolve) => {
      letGo = resolve
      this.#waiting.add(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    this.#waiting.delete(letGo)
  }
}

function matches(fault: Fault, call: CallFacts): boolean {
  if (fault.method !== undefined && fault.method !== call.method) return false
  if (fault.sandbox !== undefined && fault.sandbox !== call.sandbox) return false
  return fault.path === undefined || patternOf(fault.path).test(call.path)
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
  return new RegExp(`^${source}/?$`)
}
