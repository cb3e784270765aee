/** Next calls this once when a server process starts: jobs are worked here unless separate workers do it. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startJobsOfApp } = await import('./lib/jobs/start-jobs-of-app')
  await startJobsOfApp()
}
