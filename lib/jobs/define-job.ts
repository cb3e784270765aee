import type { ZodType } from 'zod'

export type JobContext = {
  /** Ends when this process is asked to stop; what is under way should let go soon. */
  signal: AbortSignal
}

/** A kind of background work: its name, what it is given, and what it does. Add it to lib/jobs/registry to have it run. */
export type JobDefinition<Payload extends object> = {
  /** Unique, kebab-case; the name of its queue. */
  name: string
  payload: ZodType<Payload>
  /** A job may be delivered twice and must bear it. What it throws is logged, and it is tried again. */
  run: (payload: Payload, context: JobContext) => Promise<void>
  /** Jobs of this kind at the same time in one process; 1 without it. */
  width?: number
  /** Of jobs sent with the same key, one waits at most: those that come while it does are dropped. Every job needs a key then. */
  isQueuedOncePerKey?: boolean
  /** Tries after a failure; 2 without it. */
  retryLimit?: number
  /** Pause before the first of them, doubled with each; 5 without it. */
  retryDelaySeconds?: number
  /** Longest time one try may take; 15 minutes without it. */
  expireInSeconds?: number
  /** Done again and again, once per interval over all processes, with `payload`. */
  repeat?: { everySeconds: () => number; payload: Payload }
}

/** A definition as the queue handles it, whatever its payload. */
export type AnyJob = {
  name: string
  width: number
  isQueuedOncePerKey: boolean
  retryLimit: number
  retryDelaySeconds: number
  expireInSeconds: number
  run: (payload: unknown, context: JobContext) => Promise<void>
  repeat?: { everySeconds: () => number; payload: object }
}

/** Ties a definition's payload to its type, so that whoever sends it is checked. */
export const defineJob = <Payload extends object>(job: JobDefinition<Payload>): JobDefinition<Payload> => job

/** Forgets the payload's type; what comes from the queue is parsed instead. */
export function anyJob<Payload extends object>(job: JobDefinition<Payload>): AnyJob {
  return {
    name: job.name,
    width: job.width ?? 1,
    isQueuedOncePerKey: job.isQueuedOncePerKey ?? false,
    retryLimit: job.retryLimit ?? 2,
    retryDelaySeconds: job.retryDelaySeconds ?? 5,
    expireInSeconds: job.expireInSeconds ?? 900,
    run: (payload, context) => job.run(job.payload.parse(payload), context),
    ...(job.repeat && { repeat: job.repeat }),
  }
}
