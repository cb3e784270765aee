import 'server-only'
import { Prisma } from './generated/client'

/**
 * For what a statement answers (a SELECT's or a RETURNING's column) that runs by itself: PostgreSQL answers without having waited for the disk. A crash of
 * the database may take back what was written in the last half second, never without all that was written after it; so it
 * fits what a durable write of the same process follows before anybody builds on it, and what may be lost.
 */
export const withoutFlush = Prisma.sql`set_config('synchronous_commit', 'off', true)`
