import { ExplainedError } from '../lib/explained-error'
import { ensurePrismaClient } from '../lib/prepare-build'
import { runMain } from '../lib/run-main'

/** One worker process: works on jobs against the database that DATABASE_URL names, beside the app and other workers. */
runMain(async () => {
  if (!process.env.DATABASE_URL) {
    throw new ExplainedError(
      'A worker needs a PostgreSQL that it shares with the app: DATABASE_URL is not set.',
      'Set DATABASE_URL, TRIBUTARY_MASTER_KEY and TRIBUTARY_SESSION_SECRET as for the app. A single app needs no worker of its own.',
    )
  }
  ensurePrismaClient()
  // Imported late: these modules read the environment and the client that were prepared just above.
  const { startJobs } = await import('@/lib/jobs/start-jobs')
  const { closeDatabase } = await import('@/lib/data/database')
  const jobs = await startJobs()
  console.log('The worker is ready. Ctrl-C stops it; what is under way is handed on.')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  await jobs.stop()
  await closeDatabase()
})
