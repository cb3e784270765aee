import type { Ledger } from '@/lib/provisioning/ledger'
import type { StepKey } from '@/lib/provisioning/step-keys'

/** Where in a step a process can die, as requirement R9 names them. */
export const crashPoints = ['before-intent', 'after-intent', 'after-send', 'after-response', 'after-record'] as const
export type CrashPoint = (typeof crashPoints)[number]

export type CrashAt = { point: CrashPoint; step: StepKey }

type Watched = {
  fetch: typeof fetch
  watchLedger: (ledger: Ledger) => Ledger
}

/**
 * A network and a ledger that call `die` when a step comes to a point. Steps are told apart by the marker that their intent
 * has given them; the intents of most are written together, so their first two points lie side by side.
 */
export function watchForCrash({ point, step }: CrashAt, die: () => void): Watched {
  const stepOf = new Map<string, StepKey>()
  const rowOf = new Map<string, StepKey>()
  const at = (now: CrashPoint, steps: Iterable<StepKey | undefined>) => {
    if (now === point && [...steps].includes(step)) die()
  }
  const stepOfBody = (url: string, body: unknown): StepKey | undefined => {
    if (url.endsWith('/descriptors')) return 'identity-descriptor'
    const text = typeof body === 'string' ? body : ''
    return [...stepOf].find(([marker]) => text.includes(marker))?.[1]
  }
  return {
    fetch: async (input, init) => {
      const sent = init?.method === 'POST' ? stepOfBody(String(input instanceof Request ? input.url : input), init.body) : undefined
      const answer = fetch(input, init)
      // On its way: the emulator holds answers back for longer than this.
      if (sent === step && point === 'after-send') setTimeout(() => at('after-send', [sent]), 10)
      const response = await answer
      at('after-response', [sent])
      return response
    },
    watchLedger: (ledger) => ({
      ...ledger,
      begin: async (work) => {
        const steps = work.intents.map(({ stepKey }) => stepKey)
        at('before-intent', steps)
        const rows = await ledger.begin(work)
        for (const { id, marker, stepKey } of rows) {
          stepOf.set(marker, stepKey)
          rowOf.set(id, stepKey)
        }
        at('after-intent', steps)
        return rows
      },
      intend: async (intent) => {
        at('before-intent', [intent.stepKey])
        const row = await ledger.intend(intent)
        rowOf.set(row.id, row.stepKey)
        at('after-intent', [intent.stepKey])
        return row
      },
      recordMade: async (made) => {
        await ledger.recordMade(made)
        at('after-record', made.map(({ rowId }) => rowOf.get(rowId)))
      },
    }),
  }
}
