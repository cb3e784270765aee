import 'server-only'
import { Prisma } from './generated/client'

/**
 * A column for the answer (SELECT or RETURNING) of a statement that runs by itself: PostgreSQL then answers without having
 * waited for the disk. A crash of the database may take back what was written in the last half second, and then all that
 * was written after it too. So it fits what may be lost, and what a durable write follows before anybody builds on it.
 */
export const withoutFlush = Prisma.sql`set_config('synchronous_commit', 'off', true)`
