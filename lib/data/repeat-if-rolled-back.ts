import { Prisma } from './generated/client'

/** PostgreSQL's codes for work that it rolled back whole because of what others did at the same moment. */
const rolledBack = ['40001', '40P01']
const mostTries = 4

/** Repeats one statement that the database has rolled back to end a wait in a circle: nothing of it was done. */
export async function repeatIfRolledBack<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= mostTries || !isRolledBack(error)) throw error
    }
  }
}

const isRolledBack = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || rolledBack.some((code) => error.message.includes(code)))
