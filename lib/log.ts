import 'server-only'
import { redactSecrets } from './redact'

const levels = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof levels)[number]
type Fields = Record<string, unknown>

/**
 * One JSON line an event on the standard output: `{"at", "level", "event", …fields}`. Fields that look like secrets by
 * their name are struck out, and errors are written with their stack and causes.
 */
export const log = {
  debug: (event: string, fields?: Fields) => write('debug', event, fields),
  info: (event: string, fields?: Fields) => write('info', event, fields),
  warn: (event: string, fields?: Fields) => write('warn', event, fields),
  error: (event: string, fields?: Fields) => write('error', event, fields),
}

function write(level: Level, event: string, fields: Fields = {}) {
  if (levels.indexOf(level) < levels.indexOf(threshold())) return
  const line = { at: new Date().toISOString(), level, event, ...(redactSecrets(fields) as Fields) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Read directly, not through lib/env: the log must work when the environment is what is wrong. */
function threshold(): Level {
  return levels.find((level) => level === process.env.LOG_LEVEL) ?? 'info'
}
