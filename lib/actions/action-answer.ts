import type { ExplainedError } from '@/lib/explained-error'

/** What every server action answers: data, or an error a person can read, with the fields it concerns. Pure. */
export type ActionAnswer<Data> =
  | { ok: true; data: Data }
  | {
      ok: false
      error: ExplainedError
      /** By dotted path of the field; the values are message keys. */
      fieldErrors?: Record<string, string>
    }
