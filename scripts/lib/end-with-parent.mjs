// Loaded into every program that the start script starts: when that one is killed and can no longer hand anything on,
// they end by themselves instead of holding their ports and asking for a database that has gone.
const parent = process.ppid

setInterval(() => {
  if (process.ppid === parent) return
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 8_000)
}, 2_000).unref()
