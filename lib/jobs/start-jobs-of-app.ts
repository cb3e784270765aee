import 'server-only'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { startJobs, type RunningJobs } from './start-jobs'

// Next's dev server may register anew; jobs are started once a process.
const holder = globalThis as typeof globalThis & { tributaryJobs?: Promise<RunningJobs> }

/** Works on jobs in the app's own process, unless TRIBUTARY_WORKER=off. Pages are served even when the queue cannot start. */
export async function startJobsOfApp(): Promise<void> {
  if (env().TRIBUTARY_WORKER === 'off') return
  holder.tributaryJobs ??= startJobs()
  try {
    const jobs = await holder.tributaryJobs
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void jobs.stop())
  } catch (error) {
    delete holder.tributaryJobs
    log.error('jobs.not-started', { error })
  }
}
