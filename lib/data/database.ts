import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'
import { nameStatements } from './name-statements'

// Next's dev server evaluates modules anew after every edit; the pool is kept on globalThis so that it is opened once.
const holder = globalThis as typeof globalThis & { tributaryDatabase?: PrismaClient }

/** The one database client of this process, opened at the first call on `DATABASE_URL`. */
export function database(): PrismaClient {
  // Prisma gives a transaction 5 s by default: on a machine that is busy for a moment, work would fail that only has to wait.
  const transactionOptions = { maxWait: 15_000, timeout: 30_000 }
  holder.tributaryDatabase ??= new PrismaClient({ adapter: openAdapter(env().DATABASE_URL), transactionOptions })
  return holder.tributaryDatabase
}

/** PostgreSQL plans a statement once a connection; poolers that hand connections on after each transaction say so in the address. */
function openAdapter(connectionString: string): PrismaPg {
  const isPooled = new URL(connectionString).searchParams.get('pgbouncer') === 'true'
  return new PrismaPg({ connectionString }, isPooled ? {} : { statementNameGenerator: nameStatements() })
}

/** Closes the client, so that a script or test can end; the next `database()` opens another. */
export async function closeDatabase(): Promise<void> {
  const open = holder.tributaryDatabase
  delete holder.tributaryDatabase
  await open?.$disconnect()
}
