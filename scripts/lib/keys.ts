import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export type Keys = { TRIBUTARY_MASTER_KEY: string; TRIBUTARY_SESSION_SECRET: string }

/**
 * The keys of this installation: from the environment where given, else from `keys.json` in the data folder (mode 0600),
 * made at the first start. The file lies outside the database, so that a stolen dump opens nothing.
 */
export function readOrMakeKeys(dir: string): Keys {
  const file = path.join(dir, 'keys.json')
  const stored: Partial<Keys> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const keys: Keys = {
    TRIBUTARY_MASTER_KEY: process.env.TRIBUTARY_MASTER_KEY ?? stored.TRIBUTARY_MASTER_KEY ?? randomBytes(32).toString('hex'),
    TRIBUTARY_SESSION_SECRET:
      process.env.TRIBUTARY_SESSION_SECRET ?? stored.TRIBUTARY_SESSION_SECRET ?? randomBytes(32).toString('hex'),
  }
  const complete = stored.TRIBUTARY_MASTER_KEY && stored.TRIBUTARY_SESSION_SECRET
  const fromEnvironment = process.env.TRIBUTARY_MASTER_KEY && process.env.TRIBUTARY_SESSION_SECRET
  if (!complete && !fromEnvironment) fs.writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  return keys
}
