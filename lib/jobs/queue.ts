import 'server-only'
import { PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { anyJob, type AnyJob, type JobDefinition } from './define-job'

// The app's pages and its instrumentation are separate bundles of one process; they share the queue through globalThis.
const holder = globalThis as typeof globalThis & { tributaryQueue?: Promise<PgBoss>; tributaryQueues?: Set<string> }

/** The one queue client of this process, opened on `DATABASE_URL` at the first call. Upkeep is done where jobs are worked. */
export function openQueue(): Promise<PgBoss> {
  holder.tributaryQueue ??= startQueue().catch((error: unknown) => {
    delete holder.tributaryQueue
    throw error
  })
  return holder.tributaryQueue
}

async function startQueue(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'tributary-jobs',
    max: 4,
    schedule: false,
    useListenNotify: true,
    reindex: false,
  })
  boss.on('error', (error) => log.warn('jobs.queue-error', { error }))
  await boss.start()
  return boss
}

/** Closes the queue; jobs under way are given `timeoutMs` to end. */
export async function closeQueue(timeoutMs = 5_000): Promise<void> {
  const open = holder.tributaryQueue
  delete holder.tributaryQueue
  delete holder.tributaryQueues
  const boss = await open?.catch(() => undefined)
  await boss?.stop({ graceful: true, timeout: timeoutMs })
}

/** Makes the queue of a job unless this process knows that it is there. */
export async function ensureQueue(boss: PgBoss, job: AnyJob): Promise<void> {
  const known = (holder.tributaryQueues ??= new Set())
  if (known.has(job.name)) return
  await boss.createQueue(job.name, {
    ...(job.isQueuedOncePerKey && { policy: 'short' as const }),
    retryLimit: job.retryLimit,
    retryDelay: job.retryDelaySeconds,
    retryBackoff: job.retryDelaySeconds > 0,
    expireInSeconds: job.expireInSeconds,
    deleteAfterSeconds: 86_400,
    notify: true,
  })
  known.add(job.name)
}

export type SendWhen = {
  /** Not before so many seconds from now. */
  afterSeconds?: number
  /** Jobs with the same key become one: within `onceInSeconds`, or while they wait where the job's definition says so. */
  key?: string
  onceInSeconds?: number
}

/** Queues a job. */
export async function sendJob<Payload extends object>(job: JobDefinition<Payload>, payload: Payload, when: SendWhen = {}): Promise<void> {
  const boss = await openQueue()
  const any = anyJob(job)
  await ensureQueue(boss, any)
  await boss.send(any.name, payload, {
    ...(when.afterSeconds !== undefined && { startAfter: when.afterSeconds }),
    ...(when.key !== undefined && { singletonKey: when.key }),
    ...(when.onceInSeconds !== undefined && { singletonSeconds: when.onceInSeconds }),
  })
}
