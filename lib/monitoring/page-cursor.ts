import { z } from 'zod'

/** Where a page ends, as text for an address. */
export const writeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const flowCursor = z.object({ rank: z.number().int(), name: z.string(), id: z.uuid() })
const runCursor = z.object({ startedAt: z.iso.datetime().optional(), id: z.uuid() })

/** The cursor in an address, or undefined for anything that is none: a list then begins at its beginning. */
export const readFlowCursor = (text: string | undefined) => read(flowCursor, text)

export function readRunCursor(text: string | undefined): { startedAt: Date | undefined; id: string } | undefined {
  const cursor = read(runCursor, text)
  return cursor && { id: cursor.id, startedAt: cursor.startedAt === undefined ? undefined : new Date(cursor.startedAt) }
}

function read<T extends z.ZodType>(schema: T, text: string | undefined): z.output<T> | undefined {
  if (!text) return undefined
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}
