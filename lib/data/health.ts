import 'server-only'
import { database } from './database'

/** Whether the database answers now. */
export async function canReachDatabase(): Promise<boolean> {
  return database().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
}
