import { LeaseLost } from '@/lib/data/lease-lost'
import type { ResourceRow } from '@/lib/data/resources'
import type { Intent, Ledger, Reused } from '@/lib/provisioning/ledger'

/** A flow's ledger in memory: the same promises as the database's, for simulations that run thousands of times. */
export class MemoryLedger {
  readonly rows = new Map<string, ResourceRow>()
  fence = 0
  done = 0
  total = 0
  written = 0

  /** Takes over: every ledger that was opened before refuses to write from now on. */
  open(onWrite: (what: string) => void = () => undefined): Ledger {
    this.fence += 1
    const mine = this.fence
    const guard = (what: string) => {
      if (mine !== this.fence) throw new LeaseLost()
      onWrite(what)
      if (mine !== this.fence) throw new LeaseLost()
    }
    const change = (what: string, id: string, values: Partial<ResourceRow>) => {
      guard(what)
      const row = this.rows.get(id)
      if (!row) throw new Error(`no row ${id}`)
      this.rows.set(id, { ...row, ...values })
    }
    const now = () => new Date(0)
    const insert = ({ look, ...intent }: Intent): ResourceRow => {
      if ([...this.rows.values()].some(({ marker }) => marker === intent.marker)) throw new Error('marker taken')
      this.written += 1
      const id = `row-${this.written}`
      this.rows.set(id, { ...intent, id, state: 'intended', detail: { look }, intendedAt: now(), superseded: false, released: false, isShared: false, isShareable: false })
      return structuredClone(this.rows.get(id)) as ResourceRow
    }
    const use = ({ stepKey, kind, name, adobeId, inputHash }: Omit<Reused, 'isWork'>) => {
      const id = `reused-${stepKey}-${inputHash}`
      this.rows.set(id, { id, stepKey, kind, name, marker: id, inputHash, adobeId, state: 'reused', detail: {}, intendedAt: now(), superseded: false, released: false, isShared: false, isShareable: false })
    }
    const ledger: Ledger = {
      rows: async () => [...this.rows.values()].map((row) => structuredClone(row)),
      begin: async ({ intents, reused, again }) => {
        guard('begin')
        for (const step of reused) use(step)
        for (const id of again) Object.assign(this.rows.get(id) ?? {}, { state: 'intended', error: undefined })
        return intents.map(insert)
      },
      intend: async (intent) => {
        guard('intend')
        return insert(intent)
      },
      withdraw: async (ids) => {
        guard('withdraw')
        for (const id of ids) this.rows.delete(id)
      },
      intendAgain: async (id) => {
        change('intendAgain', id, { state: 'intended' })
        delete this.rows.get(id)?.error
      },
      recordMade: async (made) => {
        guard('recordMade')
        for (const { rowId, output, resent } of made) {
          const row = this.rows.get(rowId)
          if (!row) throw new Error(`no row ${rowId}`)
          const detail = { ...row.detail, ...definedOf(output.detail), ...(resent && { resent }) }
          this.rows.set(rowId, { ...row, state: 'created', adobeId: output.adobeId, createdAt: now(), detail })
          delete this.rows.get(rowId)?.error
        }
      },
      recordReused: async (step) => {
        guard('recordReused')
        use(step)
      },
      recordFailure: async (id, error, inDoubt) => change('recordFailure', id, { error, state: inDoubt ? 'intended' : 'failed' }),
      recordTwin: async (id, adobeId) => {
        guard('recordTwin')
        const row = this.rows.get(id)
        if (!row) return
        const { look: _look, ...detail } = row.detail
        const twin = `${id}-twin-${adobeId}`
        this.rows.set(twin, { ...row, id: twin, marker: `${row.marker} ${adobeId}`, adobeId, state: 'created', detail, superseded: true })
      },
      supersede: async (ids) => {
        guard('supersede')
        for (const id of ids) Object.assign(this.rows.get(id) ?? {}, { superseded: true })
      },
      beginRemoval: async (id) => {
        change('beginRemoval', id, { state: 'deleting', released: true })
        return 'ours'
      },
      recordKept: async (ids) => {
        for (const id of ids) change('recordKept', id, { released: true })
      },
      recordDeleted: async (id) => change('recordDeleted', id, { state: 'deleted', deletedAt: now() }),
      recordUndeletable: async (id, error) => change('recordUndeletable', id, { state: 'undeletable', error }),
      recordChanged: async (id, { name, etag }) => change('recordChanged', id, { name, ...(etag !== undefined && { etag }) }),
      restamp: async (stamps) => {
        for (const { id, inputHash } of stamps) change('restamp', id, { inputHash })
      },
      recordProgress: async (done, total) => {
        guard('recordProgress')
        this.done = done
        this.total = total
      },
    }
    // The moment after a write counts too: it is done, and who has written it hears nothing of that any more.
    const told = async <Answer>(what: string, written: Promise<Answer>): Promise<Answer> => {
      const answer = await written
      onWrite(`after ${what}`)
      if (mine !== this.fence) throw new LeaseLost()
      return answer
    }
    return {
      ...ledger,
      begin: (work) => told('begin', ledger.begin(work)),
      intend: (intent) => told('intend', ledger.intend(intent)),
      recordMade: (made) => told('recordMade', ledger.recordMade(made)),
      recordFailure: (...given) => told('recordFailure', ledger.recordFailure(...given)),
      beginRemoval: (id) => told('beginRemoval', ledger.beginRemoval(id)),
      recordDeleted: (id) => told('recordDeleted', ledger.recordDeleted(id)),
    }
  }
}

const definedOf = (detail: object | undefined) => Object.fromEntries(Object.entries(detail ?? {}).filter(([, value]) => value !== undefined))
