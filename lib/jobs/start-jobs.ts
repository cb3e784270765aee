import 'server-only'
import type { PgBoss } from 'pg-boss'
import { log } from '@/lib/log'
import type { AnyJob } from './define-job'
import { closeQueue, ensureQueue, openQueue } from './queue'
import { allJobs } from './registry'

export type RunningJobs = { stop: () => Promise<void> }

/** Begins to work on jobs in this process. `stop` lets go of what is under way; others take it up. */
export async function startJobs(jobs: readonly AnyJob[] = allJobs): Promise<RunningJobs> {
  const stopping = new AbortController()
  const boss = await openQueue()
  const timers: NodeJS.Timeout[] = []
  for (const job of jobs) {
    await ensureQueue(boss, job)
    for (let seat = 0; seat < job.width; seat++) await work(boss, job, stopping.signal)
    if (job.repeat) timers.push(repeat(boss, job, job.repeat))
  }
  log.info('jobs.started', { jobs: jobs.map(({ name }) => name) })
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      stopping.abort()
      await closeQueue()
    },
  }
}

/** Takes one job after another. The queue looks for the next after a pause; who has just done one looks at once. */
async function work(boss: PgBoss, job: AnyJob, signal: AbortSignal): Promise<void> {
  let id: string | undefined
  id = await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 }, async (batch) => {
    try {
      for (const { data } of batch) await runOne(job, data, signal)
    } finally {
      if (id !== undefined) boss.notifyWorker(id)
    }
  })
}

async function runOne(job: AnyJob, payload: unknown, signal: AbortSignal): Promise<void> {
  try {
    await job.run(payload, { signal })
  } catch (error) {
    // The queue keeps the failure and tries again; the log says why.
    log.error('jobs.failed', { job: job.name, error })
    throw error
  }
}

/** Every process ticks; the queue keeps one job a slot, so it is done once however many there are. */
function repeat(boss: PgBoss, job: AnyJob, { everySeconds, payload }: NonNullable<AnyJob['repeat']>): NodeJS.Timeout {
  const seconds = everySeconds()
  const tick = () =>
    void boss
      .send(job.name, payload, { singletonKey: 'repeat', singletonSeconds: seconds, retryLimit: 0 })
      .catch((error: unknown) => log.warn('jobs.tick-failed', { job: job.name, error }))
  tick()
  const timer = setInterval(tick, seconds * 1000)
  timer.unref()
  return timer
}
